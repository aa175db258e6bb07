/**
 * `npm run types`: checks the types of the whole project, and of each layer that has a `tsconfig.json` with only what that
 * layer may know. As many at a time as the machine has processors. What was checked before and has not changed is not checked
 * again: the compiler keeps that in `.output/types/`.
 */
import { existsSync, readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, sep } from 'node:path';
import { root } from '../cli/browser/build.ts';
import { mapInOrder } from '../cli/pages/map-in-order.ts';
import { captureLocal } from './run-local.ts';

const layers = ['cli', 'components', 'entrypoints', 'lib', 'tests', 'tools']
  .filter((folder) => existsSync(join(root, folder)))
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
  )
  .filter((file) => /(^|[/\\])tsconfig\.json$/.test(file));

/** Checks a project. `errors`: each as the compiler writes it, with the lines that explain it. */
async function check(project: string): Promise<{ project: string; passes: boolean; errors: string[] }> {
  const state = join('.output', 'types', `${project.split(sep).join('-')}.tsbuildinfo`);
  const args = ['--noEmit', '--incremental', '--tsBuildInfoFile', state, '-p', project];
  const { status, output } = await captureLocal('typescript', 'tsc', args);
  return { project, passes: status === 0, errors: output.split(/\n(?=\S)/).filter((error) => error.trim() !== '') };
}

const failing: string[] = [];
/** A layer is part of the whole project: its errors are told once. */
const told = new Set<string>();
for await (const { project, passes, errors } of mapInOrder(
  ['tsconfig.json', ...layers.sort()],
  availableParallelism(),
  check,
)) {
  for (const error of errors.filter((each) => !told.has(each.trim()))) {
    told.add(error.trim());
    console.log(error.trimEnd());
  }
  console.log(`types ${project}: ${passes ? 'passed' : 'failed'}`);
  if (!passes) failing.push(project);
}
if (failing.length > 0) {
  console.error(`The types are wrong in ${failing.join(', ')}.`);
  process.exitCode = 1;
}
