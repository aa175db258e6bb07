import { expect, test } from 'vitest';
import { textsOf } from '../../components/shared/fixtures.ts';
import type { Check } from '../checks/catalogue.ts';
import { partTexts } from './part-texts.ts';

const shown = { pageText: (text: string) => `<${text}>`, list: (items: readonly string[]) => items.join(' + ') };

test.each<[Check['code'], string[], 'en' | 'zh_CN', string[]]>([
  ['provinces', ['11', '31'], 'en', ['Beijing + Shanghai']],
  ['provinces', ['11', '31'], 'zh_CN', ['北京 + 上海']],
  ['pre-approval', ['news', 'games'], 'en', ['News + Games']],
  ['holders', ['京ICP备1号', '沪ICP备2号'], 'en', ['<京ICP备1号> + <沪ICP备2号>']],
  ['filing-link', ['https://a.cn/', 'b'], 'en', ['<https://a.cn/>', '<b>']],
  ['provinces', ['00'], 'en', ['00']],
  ['pre-approval', ['poetry'], 'en', ['poetry']],
])('the parts of the check %s, %o in %s, are shown as %o', (check, parts, language, expected) => {
  expect(partTexts(textsOf(language), { code: check, parts }, shown)).toEqual(expected);
});
