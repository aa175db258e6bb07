/** What the documentation names is there: commands, links and files. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');

/** The most lines that a reader of the README is asked to read. */
const maxReadmeLines = 150;

const documents = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  ...readdirSync(join(root, 'docs'))
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`),
];

function read(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

const { scripts }: { scripts: Record<string, string> } = JSON.parse(read('package.json'));

/** The names of the scripts that a text runs: `scan` for `npm run scan -- list.txt`, `test` for `npm test`. */
function commandsIn(text: string): string[] {
  const found = text.matchAll(/npm (?:(?:run|run-script)(?: --\S+)* |(?=(?:test|start)\b))([\w:-]+)/g);
  return [...found].map(([, name = '']) => name);
}

const fences = /^```.*\n([\s\S]*?)^```$/gm;

/** The code of a document: its blocks and what stands in backticks. */
function codeIn(text: string): string[] {
  const blocks = [...text.matchAll(fences)].map(([, block = '']) => block);
  const spans = [...text.replaceAll(fences, '').matchAll(/`([^`]+)`/g)].map(([, span = '']) => span);
  return [...blocks, ...spans];
}

/** What reads like a path of this repository in some code: `lib/icp/find.ts`, `docs/`. */
function pathsIn(code: string): string[] {
  const pattern =
    /(?<![\w./-])(?:\.\/)?((?:cli|components|docs|entrypoints|lib|public|tests|tools|\.ci|\.github)\/[\w.@/-]*)/g;
  return [...code.matchAll(pattern)].map(([, path = '']) => path);
}

/** The targets of a document's links and pictures but those on the web: `docs/cli.md#scan`. */
function linksIn(text: string): string[] {
  const targets = [...text.replaceAll(fences, '').matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
  return targets.filter((target) => !/^[a-z]+:/.test(target));
}

/** What GitHub calls the headings of a document in links: `pages-of-others`. */
function anchorsOf(text: string): string[] {
  const headings = [...text.replaceAll(fences, '').matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => heading);
  return headings.map((heading) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/** Whether a link of a document leads to a file and, where it names one, to a heading of it. */
function leadsSomewhere(document: string, link: string): boolean {
  const [path = '', anchor] = link.split('#');
  const file = path === '' ? document : posix.join(dirname(document), path);
  if (!existsSync(join(root, file))) return false;
  return anchor === undefined || anchorsOf(read(file)).includes(anchor);
}

test('the documents hold commands, paths and links to check', () => {
  const all = documents.map(read);
  expect(all.flatMap(commandsIn).length).toBeGreaterThan(20);
  expect(all.flatMap(codeIn).flatMap(pathsIn).length).toBeGreaterThan(50);
  expect(all.flatMap(linksIn).length).toBeGreaterThan(20);
});

describe('in each document', () => {
  test.each(documents)('%s: every npm command is a script of package.json', (document) => {
    expect(commandsIn(read(document)).filter((name) => !(name in scripts))).toEqual([]);
  });

  test.each(documents)('%s: every link within the repository leads to a file and a heading', (document) => {
    expect(linksIn(read(document)).filter((link) => !leadsSomewhere(document, link))).toEqual([]);
  });

  test.each(documents)('%s: every path of the repository in code exists', (document) => {
    const paths = codeIn(read(document)).flatMap(pathsIn);
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});

test(`the README has ${maxReadmeLines} lines at most`, () => {
  expect(read('README.md').trimEnd().split('\n').length).toBeLessThanOrEqual(maxReadmeLines);
});

test('the checks of .ci/run, npm test included, run every command of the README', () => {
  const checked = commandsIn(read('.ci/run'));
  const commands = commandsIn(read('README.md'));
  expect(commands.length).toBeGreaterThan(0);
  expect(commands.filter((name) => !checked.includes(name))).toEqual([]);
});

test.each([
  ['npm run scan -- --out a.csv list.txt', ['scan']],
  ['npm run --silent extract -- a b', ['extract']],
  ['npm ci && npm test', ['test']],
  ['npm run report-schema', ['report-schema']],
])('the commands of %j are %j', (text, expected) => {
  expect(commandsIn(text)).toEqual(expected);
});

test.each([
  ['lib/icp/find.ts', ['lib/icp/find.ts']],
  ["from './lib/icp/find.ts'", ['lib/icp/find.ts']],
  ['npm run scan -- tests/sites/bakery/index.html', ['tests/sites/bakery/index.html']],
  ['bash .ci/run', ['.ci/run']],
  ['.output/docs/demo', []],
])('the paths of %j are %j', (code, expected) => {
  expect(pathsIn(code)).toEqual(expected);
});
