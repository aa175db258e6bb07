/**
 * `npm run types`: checks the types of the whole project, and of each layer that has a `tsconfig.json` with only what that
 * layer may know.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../cli/browser/build.ts';
import { runLocal } from './run-local.ts';

const layers = ['cli', 'components', 'entrypoints', 'lib', 'tests', 'tools']
  .filter((folder) => existsSync(join(root, folder)))
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
  )
  .filter((file) => /(^|[/\\])tsconfig\.json$/.test(file));

const failing: string[] = [];
for (const project of ['tsconfig.json', ...layers.sort()]) {
  const passes = (await runLocal('typescript', 'tsc', ['--noEmit', '-p', project])) === 0;
  console.log(`types ${project}: ${passes ? 'passed' : 'failed'}`);
  if (!passes) failing.push(project);
}
if (failing.length > 0) {
  console.error(`The types are wrong in ${failing.join(', ')}.`);
  process.exitCode = 1;
}
