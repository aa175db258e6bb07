import { expect, test } from 'vitest';
import { explain } from './explain.ts';
import { find } from './find.ts';

test.each([
  ['京ICP备10046444号', 'Beijing Communications Administration', 'a filing'],
  ['合字B2-20190051', 'Ministry of Industry and Information Technology', 'a licence for several provinces'],
  ['增值电信业务经营许可证 B2-20140447', 'Ministry of Industry and Information Technology', 'an older one'],
  ['京公网安备11010802020134号', 'local public security authority', 'a police filing'],
  ['ICP备14003256号', undefined, 'a filing whose province is missing'],
  ['萌ICP备20250577号', undefined, 'a joke'],
])('explain gives for %s the authority %j (%s)', (text, authority, _why) => {
  const [number] = find(text, { currentYear: 2026 });
  if (number === undefined) throw new Error(`no number in ${text}`);
  expect(explain(number).authority?.en).toBe(authority);
});

test('explain gives each problem its rule and source, a police filing its county, a permit its field', () => {
  const [filing, police, permit] = find('川ICP备10200063号 京公网安备11010802020134号 京网文〔2020〕1039-165号', {
    currentYear: 2026,
  });
  if (filing === undefined || police === undefined || permit === undefined) throw new Error('three numbers expected');
  expect(explain(filing).reasons).toEqual([
    expect.objectContaining({ code: 'province-alternate', part: '川', verdict: 'suspect', basis: 'evidence' }),
  ]);
  expect(explain(police).area?.names).toEqual(['北京市', '海淀区']);
  expect(explain(permit).field).toBe('culture');
});
