import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { escapeControls, escapeLine } from './terminal.ts';

test.each([
  ['京ICP备2021018374号-1 é 😀\n\ta\r\n', '京ICP备2021018374号-1 é 😀\n\ta\r\n', 'plain text, lines and tabs'],
  ['\u001b[2J\u0007', '[U+001B][2J[U+0007]', 'clearing the screen, and the bell'],
  ['\u001b]8;;http://a\u001b\\x', '[U+001B]]8;;http://a[U+001B]\\x', 'a link'],
  ['\u001b]52;c;eA==\u0007', '[U+001B]]52;c;eA==[U+0007]', 'the clipboard'],
  ['\u009b31m\u009d52;\u0085', '[U+009B]31m[U+009D]52;[U+0085]', 'the same in C1'],
  ['a\rb\u0008\u007f\v\f', 'a[U+000D]b[U+0008][U+007F][U+000B][U+000C]', 'what writes over'],
  ['a\u202eb\u2067\u200e\u061c', 'a[U+202E]b[U+2067][U+200E][U+061C]', 'what reorders'],
  ['a\u2028b\u2029\u200b', 'a[U+2028]b[U+2029][U+200B]', 'what breaks lines and what nobody sees'],
])('printing %j shows %j: %s', (text, shown, why) => {
  expect(escapeControls(text), why).toBe(shown);
});

test('line feeds and control characters in text of others are named', () => {
  expect(escapeLine`${'a\nok'}: ${3}\t${'x\ty\u001b'}\n`).toBe('a[U+000A]ok: 3\tx[U+0009]y[U+001B]\n');
});

test('an error of a command is printed without control characters', () => {
  const module = join(import.meta.dirname, 'terminal.ts');
  const script = `import { runMain } from ${JSON.stringify(module)};
    await runMain(async () => { throw new Error('no \\u001b]0;x\\u0007'); });`;
  const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    encoding: 'utf8',
    cwd: join(import.meta.dirname, '../..'),
  });
  expect(status).toBe(1);
  expect(stderr).toContain('Error: no [U+001B]]0;x[U+0007]');
  expect(stderr).toBe(escapeControls(stderr));
});

test('commands that show text of others print through terminal.ts alone', () => {
  const cli = join(import.meta.dirname, '..');
  const scan = readdirSync(join(cli, 'scan')).filter((name) => !name.endsWith('.test.ts'));
  const files = ['scan.ts', 'extract.ts', 'demo.ts', ...scan.map((name) => `scan/${name}`), 'browser/open-browser.ts'];
  expect(files.length).toBeGreaterThan(10);
  for (const file of files) {
    expect(readFileSync(join(cli, file), 'utf8'), file).not.toMatch(/\bconsole\.|std(?:out|err)\.write/);
  }
});
