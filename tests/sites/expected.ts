import type { Role } from '../../lib/icp/finding.ts';
import type { Kind } from '../../lib/icp/number.ts';
import type { Status } from '../../lib/icp/status.ts';
import type { ProblemCode } from '../../lib/icp/problems.ts';
import type { ProvinceCode } from '../../lib/icp/data/provinces.ts';

/** A number as a reader of the page sees it, written by hand. `reason` is the gravest thing against it; null where it is valid. */
export type ExpectedNumber = {
  kind: Kind | `permit:${string}`;
  canonical: string;
  province: ProvinceCode | null;
  status: Status;
  reason: ProblemCode | null;
  role: Role;
  hidden: boolean;
};

function number(
  kind: ExpectedNumber['kind'],
  canonical: string,
  province: ProvinceCode | null,
  other: Partial<ExpectedNumber> = {},
): ExpectedNumber {
  return { kind, canonical, province, status: 'valid', reason: null, role: 'claim', hidden: false, ...other };
}

/** The numbers of each sample site's home page, in the order in which they stand on it. */
export const expected: Record<string, ExpectedNumber[]> = {
  portal: [
    number('icp-filing', '京ICP备2021018374号-1', '11'),
    number('icp-licence', '京ICP证060418号', '11'),
    number('telecom-licence', '京B2-20213086', '11'),
    number('psb-filing', '京公网安备11010802046193号', '11'),
    number('permit:网络文化经营许可证', '京网文〔2022〕2871-094号', '11'),
    // Issued for the whole country: its digits name no province that readers could rely on.
    number('permit:信息网络传播视听节目许可证', '0112587', null),
    number('permit:互联网新闻信息服务许可证', '11220210037', '11'),
    number('permit:网络出版服务许可证', '（署）网出证（京）字第287号', '11'),
    number('permit:药品医疗器械网络信息服务备案', '（京）网药械信息备字（2023）第00417号', '11'),
    number('permit:出版物经营许可证', '新出发京零字第海210043号', '11'),
  ],
  bakery: [number('icp-filing', '浙ICP备2023017846号-1', '33')],
  'sichuan-freight': [
    number('telecom-licence', '川B2-20190462', '51'),
    number('icp-filing', '蜀ICP备19027381号-2', '51'),
    number('psb-filing', '川公网安备51010402001873号', '51'),
  ],
  'late-footer': [
    number('icp-filing', '粤ICP备2022087316号-3', '44'),
    number('psb-filing', '粤公网安备44030502009417号', '44'),
  ],
  overseas: [],
  faults: [
    number('icp-filing', '川ICP备20031874号-1', '51', { status: 'suspect', reason: 'province-alternate' }),
    number('icp-filing', '京ICP备12345678号-1', '11', { status: 'placeholder', reason: 'placeholder-digits' }),
    number('psb-filing', '京公网安备1101080204619号', '11', { status: 'malformed', reason: 'digit-count' }),
    number('psb-filing', '粤公网安备31011502017364号', '44', { status: 'suspect', reason: 'province-mismatch' }),
    number('icp-filing', '沪ICP备1702863号', '31', { status: 'malformed', reason: 'digit-count' }),
    number('icp-filing', '浙ICP备20190618号-1', '33', { status: 'suspect', reason: 'date-as-serial' }),
  ],
  legacy: [
    number('icp-filing', '京ICP备030127号', '11'),
    number('icp-licence', '京ICP证040382号-3', '11'),
    number('psb-filing', '京公网安备110108004726号', '11'),
  ],
  apps: [
    number('icp-filing', '沪ICP备2024061837号-1', '31'),
    number('icp-filing', '沪ICP备2024061837号-2A', '31'),
    number('icp-filing', '沪ICP备2024061837号-3X', '31'),
    number('icp-filing', '沪ICP备2024061837号-4K', '31'),
  ],
  blog: [
    number('icp-filing', '萌ICP备20240613号', null, { status: 'unofficial', reason: 'unofficial-registry' }),
    number('icp-filing', '皖ICP备2024047291号-1', '34'),
  ],
  news: [
    number('icp-filing', '湘ICP备19018274号', '43', { role: 'mention' }),
    number('icp-filing', '湘ICP备2020015386号-1', '43'),
    number('psb-filing', '湘公网安备43010302001487号', '43'),
  ],
  // Comments, scripts and templates are no text of the page: their numbers are not even hidden ones.
  'hidden-numbers': [
    number('icp-filing', '鲁ICP备16038527号-2', '37', { hidden: true }),
    number('icp-filing', '鲁ICP备2021042958号-1', '37'),
    number('psb-filing', '鲁公网安备37020202001649号', '37', { hidden: true }),
  ],
  english: [
    number('icp-filing', '京ICP备18046273号-1', '11'),
    number('psb-filing', '京公网安备11011402037816号', '11'),
  ],
  'shadow-frame': [
    number('telecom-licence', '琼B2-20230157', '46'),
    number('icp-filing', '琼ICP备2023006418号-1', '46'),
  ],
  clinic: [
    number('icp-filing', '苏ICP备2024068215号-1', '32'),
    number('telecom-licence', '苏B2-20240917', '32'),
    number('psb-filing', '苏公网安备32010502018364号', '32'),
    number('permit:药品医疗器械网络信息服务备案', '（苏）网药械信息备字（2024）第00283号', '32'),
  ],
  'outdated-links': [
    number('icp-filing', '鄂ICP备13008472号-1', '42'),
    number('telecom-licence', '鄂B2-20130264', '42'),
    number('psb-filing', '鄂公网安备42060602000317号', '42'),
  ],
  'borrowed-design': [
    number('icp-filing', '闽ICP备2023014582号-1', '35'),
    number('icp-filing', '赣ICP备2022009317号-2', '36'),
    number('psb-filing', '闽公网安备35020302034816号', '35'),
    number('icp-filing', '闽ICP备2023014582号-3', '35'),
  ],
  'app-promotion': [number('icp-filing', '湘ICP备2024053871号-2A', '43')],
  school: [number('icp-filing', '滇ICP备17004826号-2', '53'), number('psb-filing', '滇公网安备53010202001164号', '53')],
};
