import { expect, test } from 'vitest';
import { createBlobBuilder } from './blob-builder.ts';

test('a blob holds pieces of text and of bytes in their order', async () => {
  const file = createBlobBuilder('text/plain');
  file.add('网站 ');
  file.add(new Uint8Array([0x61, 0x62]));
  file.add('');
  const whole = file.end();
  expect([whole.type, await whole.text()]).toEqual(['text/plain', '网站 ab']);
});

test('a blob of several chunks holds all of them', async () => {
  const file = createBlobBuilder('text/plain');
  const piece = 'x'.repeat(999_999);
  for (let count = 0; count < 9; count++) file.add(`${count}${piece}`);
  const text = await file.end().text();
  expect(text.length).toBe(9_000_000);
  expect(Array.from({ length: 9 }, (_, place) => text[place * 1_000_000])).toEqual([...'012345678']);
});

test('a blob without pieces is empty', () => {
  expect(createBlobBuilder('text/csv').end().size).toBe(0);
});
