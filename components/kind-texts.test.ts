import { describe, expect, test } from 'vitest';
import { permits } from '../lib/icp/permits.ts';
import { findingOf, textsOf } from './fixtures.ts';
import { kindAbout, kindName, licenceType } from './kind-texts.ts';

const en = textsOf('en');
const zh = textsOf('zh_CN');

describe('kinds', () => {
  test.each([
    ['icp-filing', 'ICP filing (non-commercial)', 'ICP备案（非经营性）'],
    ['icp-licence', 'ICP commercial licence', 'ICP证（经营性许可证）'],
    ['telecom-licence', 'ICP commercial licence (telecom licence)', '电信业务经营许可证（经营性）'],
    ['psb-filing', 'Police filing', '公安联网备案'],
  ] as const)('%s', (kind, english, chinese) => {
    expect(kindName(en, { kind, status: 'valid' })).toBe(english);
    expect(kindName(zh, { kind, status: 'valid' })).toBe(chinese);
  });

  test.each(permits)('$name is named in both languages, with who issues it', ({ name, en: english, authority }) => {
    const kind = `permit:${name}` as const;
    expect(kindName(en, { kind, status: 'valid' })).toContain(english);
    expect(kindName(zh, { kind, status: 'valid' })).toContain(name);
    expect(kindAbout(en, kind)).toContain(name);
    expect(kindAbout(en, kind)).toContain(authority.en);
    expect(kindAbout(zh, kind)).toContain(authority.zh);
  });

  test('an unofficial number is never given the bare name of what it imitates', () => {
    const name = kindName(en, { kind: 'icp-filing', status: 'unofficial' });
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
  [{ kind: 'psb-filing', service: null }, 'Police record, no licence'],
] as const)('the licence type of %j is %s', (number, type) => {
  expect(
    licenceType(en, { ...findingOf().number, ...number, classes: [...('classes' in number ? number.classes : [])] }),
  ).toBe(type);
});
