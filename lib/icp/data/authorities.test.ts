import { expect, test } from 'vitest';
import type { RegistrationNumber } from '../number.ts';
import { queryPage } from './authorities.ts';

const filing: RegistrationNumber = {
  kind: 'icp-filing',
  canonical: '京ICP备10046444号',
  province: '11',
  year: 2010,
  serial: '10046444',
  service: null,
  classes: [],
  area: null,
  status: 'valid',
  problems: [],
};
const service = { number: 2, type: 'website' } as const;
const ministry = 'https://beian.miit.gov.cn/#/Integrated/recordQuery';
const licences = 'https://dxzhgl.miit.gov.cn/';
const police = 'https://beian.mps.gov.cn/#/query/webSearch';

test.each([
  [{}, ministry, 'a filing'],
  [{ kind: 'icp-licence' }, licences, 'an old licence'],
  [{ kind: 'telecom-licence' }, licences, 'a licence'],
  [{ kind: 'icp-licence', service }, ministry, 'a licence number used as a filing number'],
  [{ kind: 'telecom-licence', service }, ministry, 'the same'],
  [{ kind: 'psb-filing', serial: '11010802020134' }, `${police}?code=11010802020134`, 'a police filing'],
  [{ kind: 'psb-filing', serial: '110108002767' }, police, 'an old police filing is not known by its digits'],
  [{ kind: 'psb-filing', serial: '1101080202013X' }, police, 'digits alone go into the address'],
  [{ kind: 'psb-filing', serial: null }, police, 'no digits'],
  [{ kind: 'permit:算法备案' }, 'https://beian.cac.gov.cn/#/index', 'an algorithm filing'],
  [{ kind: 'permit:网络文化经营许可证' }, null, 'a permit without a public query page'],
  [{ status: 'unofficial' }, null, 'no authority stands behind it'],
] as [Partial<RegistrationNumber>, string | null, string][])('the query page of %j is %s (%s)', (number, page, why) => {
  expect(queryPage({ ...filing, ...number }), why).toBe(page);
});
