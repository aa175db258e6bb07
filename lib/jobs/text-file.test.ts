import { expect, test, vi } from 'vitest';
import { maxTextBytes, readTextFile } from './text-file.ts';

test.each([
  ['UTF-8', [0xe4, 0xb8, 0xad, 0x2e, 0x63, 0x6e]],
  ['UTF-8 with a byte order mark', [0xef, 0xbb, 0xbf, 0xe4, 0xb8, 0xad, 0x2e, 0x63, 0x6e]],
  ['UTF-16, little endian,', [0xff, 0xfe, 0x2d, 0x4e, 0x2e, 0, 0x63, 0, 0x6e, 0]],
  ['UTF-16, big endian,', [0xfe, 0xff, 0x4e, 0x2d, 0, 0x2e, 0, 0x63, 0, 0x6e]],
  ['GB 18030', [0xd6, 0xd0, 0x2e, 0x63, 0x6e]],
])('a file in %s is read as text', async (_encoding, bytes) => {
  expect(await readTextFile(new Blob([Uint8Array.from(bytes)]))).toBe('中.cn');
});

test('a file that is longer than any text is not read', async () => {
  const file = new Blob(['a']);
  const arrayBuffer = vi.spyOn(file, 'arrayBuffer');
  Object.defineProperty(file, 'size', { value: maxTextBytes + 1 });
  expect(await readTextFile(file)).toBeNull();
  expect(arrayBuffer).not.toHaveBeenCalled();
});
