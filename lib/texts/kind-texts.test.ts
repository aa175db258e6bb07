import { describe, expect, test } from 'vitest';
import { findingOf, textsOf } from '../../components/shared/fixtures.ts';
import { absenceOf } from '../icp/absence.ts';
import { permits } from '../icp/data/permits.ts';
import type { Kind } from '../icp/number.ts';
import { absenceText, kindAboutText, kindText, licenceTypeText } from './kind-texts.ts';

const en = textsOf('en');
const zh = textsOf('zh_CN');

describe('the name of a kind', () => {
  test.each([
    ['icp-filing', 'ICP filing (non-commercial)', 'ICP备案（非经营性）'],
    ['icp-licence', 'ICP commercial licence', 'ICP证（经营性许可证）'],
    ['telecom-licence', 'ICP commercial licence (telecom licence)', '电信业务经营许可证（经营性）'],
    ['psb-filing', 'Police filing', '公安联网备案'],
  ] as const)('%s is %s in English and %s in Chinese', (kind, english, chinese) => {
    expect(kindText(en, { kind, status: 'valid' })).toBe(english);
    expect(kindText(zh, { kind, status: 'valid' })).toBe(chinese);
  });

  test.each(permits)('$name is named in both languages, with who issues it', ({ name, en: english, authority }) => {
    const kind = `permit:${name}` as const;
    expect(kindText(en, { kind, status: 'valid' })).toContain(english);
    expect(kindText(zh, { kind, status: 'valid' })).toContain(name);
    expect(kindAboutText(en, kind)).toContain(name);
    expect(kindAboutText(en, kind)).toContain(authority.en);
    expect(kindAboutText(zh, kind)).toContain(authority.zh);
  });

  test('a permit outside the table has the name that the page gives it, and nothing more is said of it', () => {
    const kind = 'permit:快递业务经营许可证';
    expect(kindText(en, { kind, status: 'valid' })).toBe('Other permit or record: 快递业务经营许可证');
    expect(kindText(zh, { kind, status: 'valid' })).toBe('其他许可或登记：快递业务经营许可证');
    expect(kindAboutText(en, kind)).toContain('by its label only');
    expect(kindAboutText(zh, kind)).toContain('仅凭');
  });

  test('an unofficial number is never given the bare name of what it imitates', () => {
    const name = kindText(en, { kind: 'icp-filing', status: 'unofficial' });
    expect(name).toBe('Unofficial number in the style of: ICP filing (non-commercial)');
  });
});

test.each([
  [{}, 'Non-commercial'],
  [{ kind: 'icp-licence', service: null }, 'Commercial'],
  [{ kind: 'telecom-licence', service: null, classes: ['B1', 'B2'] }, 'Commercial, class B1.B2'],
  [
    { kind: 'telecom-licence', service: { number: 2, type: 'app' }, classes: ['B2'] },
    'Commercial licence that also serves as the filing number',
  ],
  [{ kind: 'psb-filing', service: null }, 'Police filing, no licence'],
] as const)('the licence type of %j is %s', (number, type) => {
  expect(
    licenceTypeText(en, {
      ...findingOf().number,
      ...number,
      classes: [...('classes' in number ? number.classes : [])],
    }),
  ).toBe(type);
});

describe('the text on a missing number', () => {
  test.each([
    ['icp-filing', 'a fine and in the end closure', 'a site must file and show it'],
    ['icp-licence', 'Only sites that earn money', 'others need none'],
    ['telecom-licence', 'Only sites that earn money', 'the same'],
    ['psb-filing', 'within 30 days', 'the term of MPS Decree 33'],
    ['permit:互联网新闻信息服务许可证', 'before they file', 'approval comes first'],
    ['permit:互联网药品信息服务资格证书', 'before they file', 'the same'],
    ['permit:网络文化经营许可证', 'under the rules of that field', 'culture has rules of its own'],
    ['permit:电信业务审批', 'abolished', 'forums need none any more'],
    ['permit:统一社会信用代码', 'no part of a website', 'a company has it, not a site'],
    ['permit:快递业务经营许可证', 'no part of a website', 'nothing is known of it'],
  ] as [Kind, string, string][])('of the kind %s is %s', (kind, words, why) => {
    expect(absenceText(en, absenceOf(kind)), why).toContain(words);
  });

  // A page without a number has broken no rule by that: the words must leave room for it.
  test.each(['filing', 'licence', 'police-filing'] as const)('%s does not accuse the site', (code) => {
    expect(absenceText(en, code)).toMatch(/need none|says (?:nothing|little)/);
    expect(absenceText(zh, code)).toMatch(/无须|不说明|说明不了/);
  });
});
