import { describe, expect, test } from 'vitest';
import { find } from './find.ts';

const chars = 1_000_000;
function fill(text: string): string {
  return text.repeat(Math.ceil(chars / text.length)).slice(0, chars);
}

// Texts that make a bad pattern run for hours. The runner's own limit is what they are measured by.
const texts: Record<string, string> = {
  'one run of digits': fill('1'),
  'digits before a year': `${fill('1')}年`,
  'one run of Han': fill('京'),
  letters: fill('ICP'),
  'letters and digits': fill('ICP111'),
  prefixes: fill('京ICP备'),
  'labels and digits': fill('备案123'),
  brackets: fill('[[[(((123)))]]]'),
  spaces: `京ICP备${' '.repeat(chars)}15036536号`,
  'digits apart': fill('1 1 1 111 '),
  'escapes of digits and Han': fill('%E5%A4%87111\\u5907&#22791;'),
  'damaged text': fill('±¸123å¤‡'),
  masks: fill('京ICP备XXXX'),
  'classes without end': fill('B2.'),
  services: `京ICP备15036536号-1${fill('/2')}`,
  'police numbers in a row': `京公网安备33010002000120${fill('、33010002000121')}`,
  'permit labels': fill('信息网络传播视听节目许可证证证证证证证12'),
  'half a credit code': fill('信用代码A1234567890A1234567'),
  'Latin names': fill('Beijing-AAAA-20230821'),
  'lone surrogates': fill('\ud800123备'),
};

describe('a hostile text of a megabyte', () => {
  test.each(Object.entries(texts))('of %s is read within the time limit of the runner', (_, text) => {
    const matches = find(text, { currentYear: 2026 });
    expect(matches.every(({ start, end, raw }) => text.slice(start, end) === raw)).toBe(true);
  });
});
