import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readTableColumns, writeTableColumns } from './table-settings.ts';

beforeEach(() => fakeBrowser.reset());

test('columns are kept as they were chosen; before, and where what is kept is none, there are none', async () => {
  expect(await readTableColumns()).toBeNull();
  await writeTableColumns(['place', 'asked', 'changes']);
  expect(await readTableColumns()).toEqual(['place', 'asked', 'changes']);
  for (const odd of ['place', [1], { 0: 'place' }, ['x'.repeat(51)]]) {
    await fakeBrowser.storage.local.set({ 'table-columns': odd });
    expect(await readTableColumns()).toBeNull();
  }
});
