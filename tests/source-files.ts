/** The project's source files, and their syntax trees, for the tests that check the project itself. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import ts from 'typescript';

/** The root of the project. */
export const root = join(import.meta.dirname, '..');

/** The folders that hold TypeScript sources. */
export const topFolders = ['entrypoints', 'components', 'lib', 'cli', 'tools', 'tests'] as const;

/** The files below a folder whose paths match a pattern, from the root of the project: `lib/icp/find.ts`. */
export function filesIn(folder: string, pattern: RegExp): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file.split(sep).join('/')}`)
    .filter((file) => pattern.test(file));
}

/** The TypeScript files below some folders. */
export function sourcesIn(folders: readonly string[]): string[] {
  return folders.flatMap((folder) => filesIn(folder, /\.tsx?$/));
}

/** Whether a file is a test, or holds what only tests import. */
export function isTest(file: string): boolean {
  return /\.(test|spec)\.tsx?$|\/fixtures\.ts$/.test(file);
}

const parsed = new Map<string, ts.SourceFile>();

/** The syntax tree of a file, with parents. Each file is parsed once. */
export function parse(file: string): ts.SourceFile {
  const known = parsed.get(file);
  if (known !== undefined) return known;
  const source = readFileSync(join(root, file), 'utf8');
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  parsed.set(file, tree);
  return tree;
}

/** All nodes of a file, each before its children. */
export function nodesOf(file: string): ts.Node[] {
  const nodes: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    nodes.push(node);
    ts.forEachChild(node, visit);
  };
  visit(parse(file));
  return nodes;
}
