import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, posix } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { layers } from './layers.ts';
import { filesIn, isTest, nodesOf, parse, root, sourcesIn, topFolders } from './source-files.ts';

/** Modules that only these files may import: the doors to the browser API. */
const doors: Record<string, string[]> = {
  'webextension-polyfill': ['lib/browser/browser.ts'],
  'wxt/browser': ['lib/browser/page-messages.ts', 'lib/browser/content-script-context.ts'],
};

/** The most source files a folder holds of its own, its tests not counted, and where data may stand in greater number. */
const maxFiles = 25;
const dataFolders: readonly string[] = [];
/** The most lines of a style sheet. */
const maxCssLines = 300;

const files = sourcesIn(topFolders);
/** What users get, in the extension or as a command: without tests and what only tests import. */
const shipped = files.filter((file) => !isTest(file) && !/^(tools|tests)\//.test(file));
/** The part of it that is in the extension. */
const packaged = shipped.filter((file) => !isIn(file, 'cli'));

type Import = { module: string; isType: boolean };

/** What a file imports, at its head or later: `import('./a.ts')`, `new URL('./a.ts', import.meta.url)`. */
function importsOf(file: string): Import[] {
  const atHead = parse(file).statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return [];
    const { moduleSpecifier } = statement;
    if (moduleSpecifier === undefined || !ts.isStringLiteral(moduleSpecifier)) return [];
    const isType = ts.isImportDeclaration(statement)
      ? statement.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword
      : statement.isTypeOnly;
    return [{ module: moduleSpecifier.text, isType }];
  });
  const later = nodesOf(file).flatMap((node) => {
    if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return [];
    const [module] = node.arguments ?? [];
    if (module === undefined || !ts.isStringLiteral(module)) return [];
    const isImport = node.expression.kind === ts.SyntaxKind.ImportKeyword;
    const isAddress = node.expression.getText() === 'URL' && /^\.\.?\/.*\.tsx?$/.test(module.text);
    return isImport || isAddress ? [{ module: module.text, isType: false }] : [];
  });
  return [...atHead, ...later];
}

/** The file an import leads to, for relative ones: `lib/icp/find.ts`; null for packages. */
function target(file: string, module: string): string | null {
  return module.startsWith('.') ? posix.join(dirname(file), module) : null;
}

function isIn(path: string, folder: string): boolean {
  return path.startsWith(`${folder}/`);
}

/** The folder whose row rules a file: the nearest above it that has one; undefined for none. */
function layerOf(file: string): string | undefined {
  return Object.keys(layers)
    .filter((folder) => isIn(file, folder))
    .sort((a, b) => b.length - a.length)[0];
}

test('the architecture test finds the sources of every layer', () => {
  expect(shipped.length).toBeGreaterThan(20);
  for (const layer of Object.keys(layers))
    expect(
      files.some((file) => isIn(file, layer)),
      layer,
    ).toBe(true);
});

test('every folder has a row in the table of layers, and every row a folder', () => {
  const folders = topFolders.flatMap((top) =>
    ['lib', 'components'].includes(top)
      ? readdirSync(join(root, top), { withFileTypes: true })
          .filter((entry) => entry.isDirectory())
          .map(({ name }) => `${top}/${name}`)
      : [top],
  );
  expect(Object.keys(layers).sort()).toEqual(folders.sort());
  expect(
    files.filter((file) => layerOf(file) === undefined),
    'add a row for the folder or move the file',
  ).toEqual([]);
});

describe('imports point down only', () => {
  const ruled = files.filter((file) => !isTest(file) || isIn(file, 'tests'));
  test.each(ruled)('%s', (file) => {
    const folder = layerOf(file) ?? '';
    const layer = layers[folder] ?? { folders: [], packages: [] };
    const offenders = importsOf(file)
      .filter(({ module, isType }) => {
        const path = target(file, module);
        if (path === null) return !allowsPackage(layer, module, isType);
        if (/\.css$/.test(module)) return dirname(path) !== dirname(file);
        const allowed = isType ? [...layer.folders, ...(layer.types ?? [])] : layer.folders;
        return !allowed.some((each) => isIn(path, each));
      })
      .map(({ module }) => `${file} imports ${module}`);
    expect(offenders, `${folder} may import ${[...layer.folders, ...layer.packages].join(', ')}`).toEqual([]);
  });
});

function allowsPackage(layer: (typeof layers)[string], module: string, isType: boolean): boolean {
  const named = module.startsWith('node:') ? 'node:' : module;
  // A type brings no code of its package along.
  const isKnown = isType && Object.values(layers).some(({ packages }) => packages.includes(named));
  return layer.packages.includes(named) || layer.types?.includes(named) === true || isKnown;
}

test('no file imports itself by way of others', () => {
  const graph = new Map(
    files.map((file) => [
      file,
      importsOf(file).flatMap(({ module }) => {
        const path = target(file, module);
        return path !== null && files.includes(path) ? [path] : [];
      }),
    ]),
  );
  expect(circlesOf(graph)).toEqual([]);
});

/** Circles of a graph, as paths: at least one of each knot, and none where there is none. */
function circlesOf(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const path: string[] = [];
  const onPath = new Set<string>();
  const visit = (file: string): void => {
    if (onPath.has(file)) {
      found.push([...path.slice(path.indexOf(file)), file].join(' -> '));
      return;
    }
    if (done.has(file)) return;
    path.push(file);
    onPath.add(file);
    for (const next of graph.get(file) ?? []) visit(next);
    path.pop();
    onPath.delete(file);
    done.add(file);
  };
  for (const file of graph.keys()) visit(file);
  return found;
}

test('the search for circles finds one, and none where there is none', () => {
  const graph = new Map([
    ['a', ['b', 'c']],
    ['b', ['c']],
    ['c', ['d']],
    ['d', ['b']],
  ]);
  expect(circlesOf(graph)).toEqual(['b -> c -> d -> b']);
  expect(
    circlesOf(
      new Map([
        ['a', ['b', 'c']],
        ['b', ['c']],
        ['c', []],
      ]),
    ),
  ).toEqual([]);
});

test('lib/browser holds no file that does not touch the browser API', () => {
  const door = 'lib/browser/browser.ts';
  const idle = files
    .filter((file) => isIn(file, 'lib/browser') && !isTest(file) && file !== door)
    .filter((file) =>
      importsOf(file).every(
        ({ module, isType }) => isType || ((target(file, module) ?? module) !== door && !(module in doors)),
      ),
    );
  expect(idle, 'move it to the folder of what it does').toEqual([]);
});

test('no command that people run lives under tests', () => {
  const { scripts }: { scripts: Record<string, string> } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const run = Object.entries(scripts).map(([name, script]) => `${name}: ${script}`);
  expect(run.filter((script) => /\btests\//.test(script))).toEqual([]);
  expect(run.filter((script) => /^(scan|extract|demo): (?!tsx cli\/)/.test(script))).toEqual([]);
});

test('no folder holds more files than a newcomer can look through', () => {
  const counts = new Map<string, number>();
  for (const file of files.filter((each) => !/\.test\.tsx?$/.test(each))) {
    counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1);
  }
  const full = [...counts].filter(([folder, count]) => count > maxFiles && !dataFolders.includes(folder));
  expect(full).toEqual([]);
});

/** What all pages of the extension share, linked by the page itself so that it comes before what components bring along. */
const baseSheet = 'components/shared/theme.css';

describe('a style sheet stands beside its component', () => {
  const sheets = ['components', 'entrypoints', 'lib'].flatMap((folder) => filesIn(folder, /\.css$/));
  const pages = filesIn('entrypoints', /\.html$/);
  const imported = files.flatMap((file) =>
    importsOf(file).flatMap(({ module }) => (module.endsWith('.css') ? [{ file, sheet: target(file, module) }] : [])),
  );
  const linked = pages.flatMap((page) =>
    [...readFileSync(join(root, page), 'utf8').matchAll(/<link rel="stylesheet" href="([^"]*)"/g)].map(
      ([, href = '']) => posix.join(dirname(page), href),
    ),
  );

  test('every page links the base alone', () => {
    expect(pages.length).toBeGreaterThan(0);
    expect(linked).toEqual(pages.map(() => baseSheet));
  });

  test('every import of a style sheet is of one that is there', () => {
    for (const { file, sheet } of imported) expect(sheets, file).toContain(sheet);
  });

  test.each(sheets)('%s: one component of its folder imports it, and it is at most 300 lines long', (sheet) => {
    const importers = imported.filter((each) => each.sheet === sheet).map(({ file }) => file);
    expect(importers.length, `imported by ${importers.join(', ')}`).toBe(sheet === baseSheet ? 0 : 1);
    for (const file of importers) {
      expect(dirname(file)).toBe(dirname(sheet));
      expect(file).toMatch(/^components\/.*(?<!\.test)\.tsx$/);
    }
    expect(readFileSync(join(root, sheet), 'utf8').trimEnd().split('\n').length).toBeLessThanOrEqual(maxCssLines);
  });
});

test('every folder is type-checked with what it may know and no more', () => {
  const bare = Object.keys(layers)
    .map((folder) => (isIn(folder, 'components') ? 'components' : folder))
    .filter((folder) => !existsSync(join(root, folder, 'tsconfig.json')));
  expect(bare, 'give the folder a tsconfig.json').toEqual([]);
});

test('entry points decide nothing: they call', () => {
  const callers = shipped.filter((file) => isIn(file, 'entrypoints'));
  expect(callers.length).toBeGreaterThan(4);
  for (const file of callers) {
    const decisions = nodesOf(file).filter(
      (node) =>
        ts.isIfStatement(node) ||
        ts.isSwitchStatement(node) ||
        ts.isConditionalExpression(node) ||
        ts.isTryStatement(node) ||
        ts.isIterationStatement(node, false) ||
        (ts.isBinaryExpression(node) && /^(&&|\|\||\?\?)=?$/.test(node.operatorToken.getText())),
    );
    expect(
      decisions.map((node) => node.getText()),
      `${file} decides: move that into lib, with a test`,
    ).toEqual([]);
  }
});

test('only known files import the browser API', () => {
  for (const file of packaged) {
    for (const { module, isType } of importsOf(file)) {
      const owners = doors[module];
      if (owners !== undefined && !isType) expect(owners, `${file} may not import ${module}`).toContain(file);
    }
    const touches = nodesOf(file).filter(
      (node) => ts.isIdentifier(node) && /^(chrome|browser)$/.test(node.text) && !isIn(file, 'lib/browser'),
    );
    expect(
      touches.map((node) => node.parent.getText()),
      `${file} touches the browser API`,
    ).toEqual([]);
  }
});

test('the content script reaches no library', () => {
  const seen = new Set<string>();
  const packages = new Set<string>();
  const follow = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const { module, isType } of importsOf(file)) {
      const path = target(file, module);
      if (isType) continue;
      if (path === null) packages.add(module);
      else follow(path);
    }
  };
  follow('entrypoints/scan.content.ts');
  expect(seen.size).toBeGreaterThan(4);
  expect([...packages].sort()).toEqual(['#imports', 'wxt/browser']);
});

test('shipped code has no type assertion, non-null assertion or any', () => {
  for (const file of shipped) {
    const casts = nodesOf(file).filter(
      (node) =>
        (ts.isAsExpression(node) && node.type.getText() !== 'const') ||
        ts.isNonNullExpression(node) ||
        node.kind === ts.SyntaxKind.AnyKeyword,
    );
    expect(
      casts.map((node) => node.getText()),
      file,
    ).toEqual([]);
  }
});

/** Calls whose spread arguments are few, whatever a page, a list or a file holds: why. */
const fewArguments: Record<string, string> = {
  'lib/export/data-url.ts': 'a piece of 32 768 bytes',
  'lib/texts/language/text-pieces.ts': 'the places of a text, at most nine',
};

// The stack holds some hundred thousand arguments: `push(...found)` throws where more was found.
test('nothing that may be long is spread into arguments', () => {
  for (const file of [...shipped, ...files.filter((file) => isIn(file, 'tools') && !isTest(file))].filter(
    (each) => !(each in fewArguments),
  )) {
    const spread = nodesOf(file).filter(
      (node) => ts.isSpreadElement(node) && (ts.isCallExpression(node.parent) || ts.isNewExpression(node.parent)),
    );
    const applied = nodesOf(file).filter((node) => ts.isPropertyAccessExpression(node) && node.name.text === 'apply');
    expect(
      [...spread, ...applied].map((node) => node.parent.getText()),
      `${file} spreads arguments: loop over them, or say in the table why they are few`,
    ).toEqual([]);
  }
});

test('files are named for what they hold', () => {
  for (const file of files) {
    expect(basename(file), file).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*(\.content|\.test|(\.zh-cn)?\.spec)?\.tsx?$/);
    if (!isIn(file, 'entrypoints'))
      expect(basename(file).replace(/\..*/, ''), file).not.toMatch(/^(utils?|helpers?|common|types|constants|index)$/);
  }
});

test('names are exported, not defaults, except where WXT wants one', () => {
  const wanted = new Set(['entrypoints/background.ts', 'entrypoints/mark.ts', 'entrypoints/scan.content.ts']);
  for (const file of shipped) {
    const defaults = nodesOf(file).filter(
      (node) => ts.isExportAssignment(node) || node.kind === ts.SyntaxKind.DefaultKeyword,
    );
    if (!wanted.has(file) && file !== 'lib/browser/browser.ts') {
      expect(
        defaults.map((node) => node.parent.getText()),
        file,
      ).toEqual([]);
    }
  }
});

test('a TODO carries a date that has not passed, and an issue', () => {
  const today = new Date().toISOString().slice(0, 10);
  for (const file of files.filter((each) => each !== 'tests/architecture.test.ts')) {
    for (const [todo = '', date = ''] of readFileSync(join(root, file), 'utf8').matchAll(
      /TODO(?:\((\d{4}-\d\d-\d\d), #\d+\))?.*/g,
    )) {
      expect(date >= today, `${file}: ${todo}`).toBe(true);
    }
  }
});
