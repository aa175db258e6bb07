import { describe, expect, test } from 'vitest';
import { find } from './find.ts';
import { judge, type Problem, type ProblemCode, rules } from './problems.ts';

// A number for each rule that shows it broken. The type holds the table complete.
const broken: Record<ProblemCode, string> = {
  'digit-count': '京ICP备0300665号',
  'year-impossible': '京ICP备33309494号',
  'province-missing': 'ICP备14003256号-1',
  'province-ambiguous': 'JI ICP No.14008699-5',
  'province-unknown': '申ICP备15036536号',
  garbled: '京ICP备2O21047093号',
  'service-number': '京ICP备15036536号-01',
  'service-letter': '京ICP备07500273X号',
  'class-missing': '京-2-4-20090003',
  'damaged-text': 'ICP澶?0018813鍙?3',
  'check-character': '统一社会信用代码：91110000802100433C',
  'province-mismatch': '皖公网安备11010802016612号',
  'province-alternate': '川ICP备15036536号',
  'province-full-name': '上海ICP备15036536号',
  'year-width': '京ICP备21001122号',
  'date-as-serial': '京ICP备20191219号',
  'kind-mixed': '沪ICP证08115529号',
  'label-typo': '沪IPC备09008015号',
  'label-doubled': '晋ICP备ICP备15001663',
  'label-missing': '浙ICP 12022366',
  'domain-inside': '沪ICP备(shou.org.cn)05052049号-13',
  'reserved-digits': '京公网安备11010801020134号',
  'template-number': '京ICP证000001号',
  copied: '京ICP证030173号',
  'placeholder-digits': '京ICP备12345678号',
  'placeholder-mask': '京ICP备XXXXXXXX号',
  'placeholder-sample': '省ICP备05000201号',
  'unofficial-registry': '萌ICP备20250577号',
  'internal-numbering': '沪交ICP备20190085号',
  'area-unknown': '京公网安备11990802020134号',
  'legacy-form': '京公网安备110105006181号',
  'licence-as-filing': '粤B2-20090191-18',
  'form-unknown': '快递业务经营许可证：沪邮20131324B',
  'province-inferred': '公安机关备案号：42018502000448',
  'repaired-text': '¾©ICP±¸14060815ºÅ',
};

const context = { currentYear: 2026, host: 'example.com', isKnownArea: (code: string) => code !== '119908' };

describe('every rule has a number that breaks it', () => {
  test.each(Object.entries(broken))('%s by %s', (code, text) => {
    const [number, ...others] = find(text, context);
    expect(others).toEqual([]);
    expect(number?.problems.map((problem) => problem.code)).toContain(code);
    expect(number?.status).toBe(judge([...(number?.problems ?? [])]));
  });
});

describe('judge', () => {
  const problem = (code: ProblemCode): Problem => ({ code, part: '' });

  test('gives valid for no problems and for notes', () => {
    expect(judge([])).toBe('valid');
    expect(judge([problem('legacy-form'), problem('repaired-text')])).toBe('valid');
  });

  test('gives the status of the most severe problem, and puts it first', () => {
    const problems = [
      problem('legacy-form'),
      problem('label-typo'),
      problem('digit-count'),
      problem('placeholder-mask'),
    ];
    expect(judge(problems)).toBe('placeholder');
    expect(problems.map(({ code }) => code)).toEqual(['placeholder-mask', 'digit-count', 'label-typo', 'legacy-form']);
  });

  test('finds a source in every rule', () => {
    for (const { source } of Object.values(rules)) expect(source).toMatch(/numbers\.md §\d|Decree|GB \d/);
  });
});

describe('numbers copied from famous sites', () => {
  test.each([
    ['京ICP证030173号', 'www.baidu.com', false, 'on the owner’s domain'],
    ['京ICP证030173号', 'notbaidu.com', true, 'on one that only ends like it'],
    ['京ICP证030173号-1', 'example.com', false, 'services may be on any domain of the owner'],
    ['京公网安备11010802020134号', 'clone.example.com', true, 'a police filing'],
    ['京ICP备10046444号', 'mi.com', false, 'the domain itself'],
    ['京ICP备10046444号', 'www.mi.cn', false, 'another domain of the owner'],
    ['京ICP证030173号', 'tieba.com', false, 'another domain of the owner'],
    ['京ICP备04000001号', 'www.miit.gov.cn', false, 'the ministry'],
    ['京ICP备04000001号', 'blog.example.com', true, 'a theme that shows the ministry’s number'],
    ['京ICP备15036536号', 'example.com', false, 'no famous number'],
    ['京ICP备10046444号', 'localhost', false, 'on one’s own machine'],
    ['京ICP备10046444号', 'draft.localhost', false, 'under a name of one’s own machine'],
    ['京ICP备10046444号', 'draftlocalhost.example', true, 'on one that only sounds like it'],
    ['京ICP备10046444号', '192.168.0.7', false, 'in one’s own network'],
    ['京ICP备10046444号', '', false, 'in a saved file'],
  ])('%s on %s is copied: %s', (text, host, isCopied) => {
    expect(find(text, { host })[0]?.problems.some(({ code }) => code === 'copied')).toBe(isCopied);
  });

  test('no number is copied where the host is not known', () => {
    expect(find('京ICP证030173号')[0]?.status).toBe('valid');
  });
});
