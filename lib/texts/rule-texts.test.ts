import { expect, test } from 'vitest';
import { textsOf } from '../../components/shared/fixtures.ts';
import { checks } from '../checks/catalogue.ts';
import { absences } from '../icp/absence.ts';
import { rules } from '../icp/problems.ts';
import { ruleText, sourceText } from './rule-texts.ts';

test.each([
  [
    'State Council Decree 292 (2000) art. 4, 7',
    'State Council Decree 292 (2000), art. 4, 7',
    '《互联网信息服务管理办法》（国务院令第292号）第 4、7 条',
  ],
  [
    'MII Decree 33 (2005) art. 13',
    'MII Decree 33 (2005), art. 13',
    '《非经营性互联网信息服务备案管理办法》（信息产业部令第33号）第 13 条',
  ],
  [
    'MPS Decree 33 (1997) art. 12',
    'MPS Decree 33 (1997), art. 12',
    '《计算机信息网络国际联网安全保护管理办法》（公安部令第33号）第 12 条',
  ],
  ['numbers.md §3.4, §5', "the project's notes on numbers, §3.4, §5", '本项目的编号规则说明 §3.4、§5'],
  [
    'MPS Decree 33 (1997) art. 12, 23; MIIT Notice 105 (2023)',
    'MPS Decree 33 (1997), art. 12, 23; MIIT Notice 105 (2023)',
    '《计算机信息网络国际联网安全保护管理办法》（公安部令第33号）第 12、23 条；《工业和信息化部关于开展移动互联网应用程序备案工作的通知》（工信部信管〔2023〕105号）',
  ],
  ['GB 32100-2015', 'GB 32100-2015', 'GB 32100-2015'],
])('%s is named in both languages', (source, english, chinese) => {
  expect(sourceText(textsOf('en'), source)).toBe(english);
  expect(sourceText(textsOf('zh_CN'), source)).toBe(chinese);
});

test('a decree is never shown to Chinese readers by its English name', () => {
  const sources = [
    ...[...Object.values(checks), ...Object.values(rules)].map(({ source }) => source),
    ...Object.values(absences),
  ];
  expect(sources.length).toBeGreaterThan(40);
  for (const source of sources) expect(sourceText(textsOf('zh_CN'), source)).not.toMatch(/Decree|Notice|art\./);
});

test('the basis of a rule stands before its source', () => {
  expect(ruleText(textsOf('en'), { basis: 'law', source: 'MII Decree 33 (2005) art. 3' })).toBe(
    'Rule: stated in law. Source: MII Decree 33 (2005), art. 3',
  );
});
