import { readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { isTest, root, sourcesIn, topFolders } from './source-files.ts';

/** Files that are shipped, as absolute paths. */
const shipped = sourcesIn(['lib', 'components', 'entrypoints', 'cli'])
  .filter((file) => !isTest(file))
  .map((file) => join(root, file));

/** The sources and the checks, tests and tools included, as absolute paths. */
const all = [...sourcesIn(topFolders), '.ci/run'].map((file) => join(root, file));

/** The files in which a text stands, from the root of the project. This file is none of them. */
function filesWith(text: string): string[] {
  return all
    .filter((file) => file !== import.meta.filename && readFileSync(file, 'utf8').includes(text))
    .map((file) => relative(root, file).split(sep).join('/'));
}

/** A type that a file declares by a name of its own. */
type Declared = { name: string; type: ts.Type };

/** The types that files of a program declare, but for those with parameters. */
function declaredIn(program: ts.Program, files: readonly string[]): Declared[] {
  const checker = program.getTypeChecker();
  return files.flatMap((file) =>
    (program.getSourceFile(file)?.statements ?? []).flatMap((statement) => {
      if (!ts.isTypeAliasDeclaration(statement) && !ts.isInterfaceDeclaration(statement)) return [];
      if (statement.typeParameters !== undefined) return [];
      const name = `${statement.name.text} in ${relative(root, file).split(sep).join('/')}`;
      return [{ name, type: checker.getTypeAtLocation(statement.name) }];
    }),
  );
}

/**
 * Pairs of declarations that say the same: each takes what the other takes, and both name the same members. A name for what
 * another name stands for (`type B = A`) says nothing twice.
 */
function declaredTwice(program: ts.Program, files: readonly string[]): string[] {
  const checker = program.getTypeChecker();
  const outline = (type: ts.Type): string => {
    if (type.isUnion()) return type.types.map(outline).sort().join('|');
    if (type.isLiteral()) return JSON.stringify(type.value);
    const members = type.getProperties().map(({ name }) => name);
    return members.length === 0 ? checker.typeToString(type) : `{${members.sort().join()}}`;
  };
  const alike = new Map<string, Declared[]>();
  for (const declared of declaredIn(program, files)) {
    const key = outline(declared.type);
    alike.set(key, [...(alike.get(key) ?? []), declared]);
  }
  return [...alike.values()].flatMap((group) =>
    group.flatMap((one, index) =>
      group
        .slice(index + 1)
        .filter(
          (other) =>
            one.type !== other.type &&
            checker.isTypeAssignableTo(one.type, other.type) &&
            checker.isTypeAssignableTo(other.type, one.type),
        )
        .map((other) => `${one.name} and ${other.name}`),
    ),
  );
}

/** A program of files that are not on the disk. */
function programOf(sources: Record<string, string>): ts.Program {
  const options: ts.CompilerOptions = { noLib: true, strict: true, exactOptionalPropertyTypes: true };
  const host = ts.createCompilerHost(options);
  const parsed = new Map(
    Object.entries(sources).map(([file, text]) => [file, ts.createSourceFile(file, text, ts.ScriptTarget.Latest)]),
  );
  return ts.createProgram(Object.keys(sources), options, { ...host, getSourceFile: (file) => parsed.get(file) });
}

test.each([
  ['the same members in another order', 'export type B = { why: string; state: "lost" };', ['A and B']],
  ['the same members by way of an intersection', 'export type B = { state: "lost" } & { why: string };', ['A and B']],
  ['a type that is not exported', 'type B = { state: "lost"; why: string };', ['A and B']],
  ['a member more', 'export type B = { state: "lost"; why: string; at: number };', []],
  ['a member of another type', 'export type B = { state: "gone"; why: string };', []],
  ['a member that may be missing', 'export type B = { state: "lost"; why?: string };', []],
])('of two types, the second with %s: which are declared twice', (_what, second, expected) => {
  const files = { '/a.ts': 'export type A = { state: "lost"; why: string };', '/b.ts': second };
  const found = declaredTwice(programOf(files), Object.keys(files));
  expect(found.map((pair) => pair.replaceAll(/ in \S+/g, ''))).toEqual(expected);
});

test('a second name for a type is no second declaration', () => {
  const files = { '/a.ts': 'export type A = { state: "lost" }; export type B = A;' };
  expect(declaredTwice(programOf(files), Object.keys(files))).toEqual([]);
});

test('each type of the shipped code is declared once', () => {
  const config = ts.getParsedCommandLineOfConfigFile(join(root, 'tsconfig.json'), undefined, {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
      throw new Error(ts.flattenDiagnosticMessageText(messageText, '\n'));
    },
  });
  if (config === undefined) throw new Error('There is no tsconfig.json.');
  const ambient = config.fileNames.filter((file) => file.endsWith('.d.ts'));
  const program = ts.createProgram([...shipped, ...ambient], config.options);
  expect(declaredIn(program, shipped).length).toBeGreaterThan(200);
  expect(declaredTwice(program, shipped), 'declare it once, below both, and import it').toEqual([]);
});

test('the placeholders of a text are filled in by one function', () => {
  expect(filesWith('.replace(/\\$(\\d)/')).toEqual(['lib/texts/language/translator.ts']);
});

test('the limit of the content script is one number, which the checks and the benchmark read', () => {
  const limits = ['=6500', '= 6500', '= 6_500', 'gzip -9 -c'].flatMap(filesWith);
  expect(limits).toEqual(['tools/script-size.ts']);
  expect(readFileSync(join(root, '.ci/run'), 'utf8')).toMatch(/^npm run (--silent )?size$/m);
  expect(filesWith('maxScriptBytes')).toEqual(
    expect.arrayContaining(['tools/bench.ts', 'tools/script-size.ts', 'tools/size.ts']),
  );
});
