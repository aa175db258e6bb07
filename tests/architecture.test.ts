import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, posix, sep } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');

/**
 * Which layer may import what: other layers by folder, packages by name. Imports point down only (design.md, folders).
 * `types` may be imported as types alone.
 */
const layers: Record<string, { folders: string[]; packages: string[]; types?: string[] }> = {
  'lib/icp': { folders: ['lib/icp'], packages: [] },
  'lib/scan': { folders: ['lib/scan', 'lib/icp'], packages: [] },
  'lib/audit': { folders: ['lib/audit', 'lib/icp'], packages: ['papaparse', 'tldts'] },
  'lib/registry': { folders: ['lib/registry', 'lib/icp'], packages: [] },
  'lib/words': { folders: ['lib/words', 'lib/audit', 'lib/icp'], packages: [], types: ['public/_locales'] },
  'lib/report': {
    folders: ['lib/report', 'lib/words', 'lib/audit', 'lib/icp'],
    packages: ['@cj-tech-master/excelts', 'papaparse', 'zod/mini'],
  },
  'lib/platform': {
    folders: ['lib'],
    packages: ['webextension-polyfill', 'wxt/browser', 'zod/mini', 'idb', 'fake-indexeddb'],
    types: ['public/_locales'],
  },
  components: {
    // Of reports, the words: what a table shows and what a file of it says are the same.
    folders: ['components', 'lib/icp', 'lib/audit', 'lib/words', 'lib/report'],
    packages: ['preact', 'preact/hooks', '@tanstack/virtual-core'],
    types: ['public/_locales'],
  },
  entrypoints: { folders: ['entrypoints', 'components', 'lib'], packages: ['preact', 'preact/hooks', '#imports'] },
};

/** Modules that only these files may import: the doors to the browser API. */
const doors: Record<string, string[]> = {
  'webextension-polyfill': ['lib/browser/browser.ts'],
  'wxt/browser': ['lib/browser/page-messages.ts', 'lib/browser/content-script-context.ts'],
};

const files = ['lib', 'components', 'entrypoints'].flatMap(sourcesIn);
/** Without tests and what only tests import. */
const shipped = files.filter((file) => !/\.test\.tsx?$|\/fixtures\.ts$/.test(file));
/** The commands of package.json. */
const tools = ['tests/tools', 'tests/browser', 'tests/sites']
  .flatMap(sourcesIn)
  .filter((file) => !/\.test\.ts$/.test(file));

function sourcesIn(folder: string): string[] {
  return filesIn(folder, /\.tsx?$/);
}

function filesIn(folder: string, name: RegExp): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => name.test(file))
    .map((file) => `${folder}/${file.split(sep).join('/')}`);
}

type Import = { module: string; isType: boolean };

function parse(file: string): ts.SourceFile {
  return ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.Latest, true);
}

function importsOf(file: string): Import[] {
  return parse(file).statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return [];
    const { moduleSpecifier } = statement;
    if (moduleSpecifier === undefined || !ts.isStringLiteral(moduleSpecifier)) return [];
    const isType = ts.isImportDeclaration(statement)
      ? statement.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword
      : statement.isTypeOnly;
    return [{ module: moduleSpecifier.text, isType }];
  });
}

function nodesOf(file: string): ts.Node[] {
  const nodes: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    nodes.push(node);
    ts.forEachChild(node, visit);
  };
  visit(parse(file));
  return nodes;
}

/** The folder an import leads to, for relative ones: `lib/icp`; null for packages. */
function target(file: string, module: string): string | null {
  return module.startsWith('.') ? posix.join(dirname(file), module) : null;
}

const isIn = (path: string, folder: string): boolean => path.startsWith(`${folder}/`);

test('the sources are found', () => {
  expect(shipped.length).toBeGreaterThan(20);
  for (const layer of ['lib/icp', 'lib/scan', 'lib/platform', 'components', 'entrypoints']) {
    expect(shipped.some((file) => isIn(file, layer))).toBe(true);
  }
});

describe('imports point down only', () => {
  test.each(shipped)('%s', (file) => {
    const [, layer] = Object.entries(layers).find(([folder]) => isIn(file, folder)) ?? [];
    if (layer === undefined) throw new Error(`${file} is in no layer: add its folder to the table or move it`);
    const offenders = importsOf(file).filter(({ module, isType }) => {
      const path = target(file, module);
      if (path === null) return !layer.packages.includes(module) && !(isType && isKnownPackage(module));
      const isAsset = /\.css$/.test(module) && dirname(path) === dirname(file);
      const allowed = isType ? [...layer.folders, ...(layer.types ?? [])] : layer.folders;
      return !isAsset && !allowed.some((folder) => isIn(path, folder));
    });
    expect(offenders, `${file} may not import these`).toEqual([]);
  });
});

const targets = new Map<string, string[]>();

/** The shipped files that a file imports, types included. */
function targetsOf(file: string): string[] {
  const known = targets.get(file);
  if (known !== undefined) return known;
  const found = importsOf(file)
    .flatMap(({ module }) => target(file, module) ?? [])
    .filter((path) => shipped.includes(path));
  targets.set(file, found);
  return found;
}

/** A way by imports from a file back to it, types included; null where there is none. */
function circleAround(file: string): string[] | null {
  const seen = new Set<string>();
  const ways = [[file]];
  for (const way of ways) {
    const last = way.at(-1) ?? file;
    for (const next of targetsOf(last)) {
      if (next === file) return [...way, next];
      if (seen.has(next)) continue;
      seen.add(next);
      ways.push([...way, next]);
    }
  }
  return null;
}

test.each(shipped.filter((file) => isIn(file, 'components')))('%s is in no circle of imports', (file) => {
  expect(circleAround(file)).toBeNull();
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
    expect(readFileSync(join(root, sheet), 'utf8').trimEnd().split('\n').length).toBeLessThanOrEqual(300);
  });
});

function isKnownPackage(module: string): boolean {
  return Object.values(layers).some(({ packages }) => packages.includes(module));
}

/** Entry points that still decide something, which belongs in lib/scan. */
const deciding = ['entrypoints/scan.content.ts', 'entrypoints/mark.ts'];

test('entry points decide nothing: they call', () => {
  const callers = shipped.filter((file) => isIn(file, 'entrypoints') && !deciding.includes(file));
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

test('the browser API has known doors alone', () => {
  for (const file of shipped) {
    for (const { module, isType } of importsOf(file)) {
      const owners = doors[module];
      if (owners !== undefined && !isType) expect(owners, `${file} may not import ${module}`).toContain(file);
    }
    const touches = nodesOf(file).filter(
      (node) => ts.isIdentifier(node) && /^(chrome|browser)$/.test(node.text) && !isIn(file, 'lib/platform'),
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

test('types are not talked away', () => {
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
  for (const file of [...shipped, ...tools].filter((each) => !(each in fewArguments))) {
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
    expect(basename(file), file).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*(\.content|\.test)?\.tsx?$/);
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
  for (const file of files) {
    for (const [todo = '', date = ''] of readFileSync(join(root, file), 'utf8').matchAll(
      /TODO(?:\((\d{4}-\d\d-\d\d), #\d+\))?.*/g,
    )) {
      expect(date >= today, `${file}: ${todo}`).toBe(true);
    }
  }
});
