import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readTableColumns, writeTableColumns } from './table-settings.ts';

beforeEach(() => fakeBrowser.reset());

test('columns are read as they were chosen; before a choice, and where the stored value is invalid, they are null', async () => {
  expect(await readTableColumns()).toBeNull();
  await writeTableColumns(['place', 'asked', 'changes']);
  expect(await readTableColumns()).toEqual(['place', 'asked', 'changes']);
  for (const odd of ['place', [1], { 0: 'place' }, ['x'.repeat(51)]]) {
    await fakeBrowser.storage.local.set({ 'table-columns': odd });
    expect(await readTableColumns()).toBeNull();
  }
});
