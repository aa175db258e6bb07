import { unzipSync } from 'fflate/browser';
import { expect, test } from 'vitest';
import { zip } from './zip-in-place.ts';

test('files of any size are packed at once, without a worker', () => {
  const large = Uint8Array.from({ length: 1_000_000 }, (_, place) => (place * place) % 251);
  const files = { 'a/small.xml': new Uint8Array([60, 97, 47, 62]), 'large.xml': large };
  let archive: Uint8Array | null = null;
  zip(files, (error, packed) => {
    expect(error).toBeNull();
    archive = packed;
  });
  expect(unzipSync(archive ?? new Uint8Array())).toEqual(files);
});
