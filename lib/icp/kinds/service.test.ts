import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatService, readTail } from './service.ts';

/** The services of a tail as they are written, and what of the text they leave. */
function read(text: string): string {
  const { services, end, problems } = readTail(text, 0);
  return [services.map(formatService).join(''), text.slice(end), ...problems.map(({ code }) => code)].join('|');
}

describe('readTail', () => {
  test.each([
    ['号', '|', 'no service'],
    ['', '|', 'nothing'],
    ['号-1', '-1|', 'a website'],
    ['号-1A', '-1A|', 'an app'],
    ['号-2x', '-2X|', 'a mini-program'],
    ['号-3K', '-3K|', 'a quick app'],
    ['-5号', '-5|', '号 behind'],
    ['号-2号', '-2|', '号 on both sides'],
    [' 号 -2', '-2|', 'spaces'],
    ['号 - 2', '-2|', 'spaces on both sides and nothing behind'],
    ['号 - 24小时', '| - 24小时', 'spaces on both sides: a separator'],
    ['号\n-2', '-2|', 'a new line'],
    ['号\n-2号线', '|\n-2号线', 'a new line with something behind'],
    ['号-1/2/3', '-1-2-3|', 'several'],
    ['号-1、-2X', '-1-2X|', 'several with their hyphens'],
    ['号-1,-2', '-1-2|', 'behind a comma'],
    ['号-1,2', '-1|,2', 'a comma alone separates'],
    ['号-400-820-8820', '|-400-820-8820', 'a phone number'],
    ['号-2019年', '|-2019年', 'a year'],
    ['号-138000000000', '|-138000000000', 'too many digits'],
    ['号-1A座', '-1|A座', 'a building'],
    ['号-1Copyright', '-1|Copyright', 'a word'],
    ['号-1B', '-1||service-letter', 'a letter that means nothing'],
    ['号-X', '||service-letter', 'a letter without number'],
    ['号-0', '-0||service-number', 'zero'],
    ['号-012', '-12||service-number', 'a leading zero'],
    ['号码12', '|号码12', '号码 is another word'],
  ])('reads %j as %j', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test('reads what formatService writes', () => {
    const type = fc.constantFrom('website', 'app', 'mini-program', 'quick-app' as const);
    fc.assert(
      fc.property(fc.record({ number: fc.integer({ min: 1, max: 99999 }), type }), (service) => {
        expect(readTail(`号${formatService(service as never)}`, 0).services).toEqual([service]);
      }),
    );
  });
});
