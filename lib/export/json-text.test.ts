import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonText } from './json-text.ts';

test.each([
  ['京ICP备2021018374号-1 "é" 😀', '"京ICP备2021018374号-1 \\"é\\" 😀"', 'plain text is left alone'],
  ['\u001b]8;;x\u0007', '"\\u001b]8;;x\\u0007"', 'controls'],
  ['\u009b31m\u007f', '"\\u009b31m\\u007f"', 'those of C1, and what deletes'],
  ['a\u202eb\u2066c\u061c', '"a\\u202eb\\u2066c\\u061c"', 'marks of direction'],
  ['a\u2028b\u2029', '"a\\u2028b\\u2029"', 'separators of lines'],
  ['\u{e0041}', '"\\udb40\\udc41"', 'beyond the first plane'],
])('jsonText writes %j as %s (%s)', (text, json, why) => {
  expect(jsonText(text), why).toBe(json);
});

test('JSON.parse gives back the value that jsonText wrote', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.string({ unit: 'binary' }), (value, text) => {
      const whole = { value, [text]: text };
      const json = jsonText(whole);
      expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(whole)));
      expect(json).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
    }),
  );
});
