import { describe, expect, test } from 'vitest';
import { readPageLines } from './page-lines.ts';

describe('readPageLines', () => {
  test('reads pages in their order, html as given', () => {
    const text = '{"id":"a","html":"<p>京 \\n</p>"}\r\n{"html":"","id":"b"}\n';
    expect(readPageLines(text)).toEqual([
      { line: 1, id: 'a', html: '<p>京 \n</p>' },
      { line: 2, id: 'b', html: '' },
    ]);
  });

  test.each([
    ['{broken', null, 'not JSON'],
    ['[1]', null, 'no "id" with a text'],
    ['null', null, 'no "id" with a text'],
    ['{"id":7,"html":""}', null, 'no "id" with a text'],
    ['{"id":"a"}', 'a', 'no "html" with a text'],
    ['{"id":"a","html":null}', 'a', 'no "html" with a text'],
  ])('names what is wrong with %s', (content, id, fault) => {
    expect(readPageLines(`\n  \n${content}\n`)).toEqual([{ line: 3, id, html: null, fault }]);
  });

  test('takes a file without pages, and one with a byte order mark', () => {
    expect(readPageLines('')).toEqual([]);
    expect(readPageLines('\uFEFF{"id":"a","html":"x"}')).toEqual([{ line: 1, id: 'a', html: 'x' }]);
  });
});
