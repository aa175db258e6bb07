/** A province-level division and the characters its authorities write it with. */
export type Province = {
  code: ProvinceCode;
  en: string;
  zh: string;
  /** The character of the Communications Administration, on ICP filings and old ICP licences. */
  icp: string;
  /** The character on telecom licences. Sichuan writes 川 here and 蜀 on filings (numbers.md §2.2). */
  telecom: string;
  /** The character of the police, on PSB filings (numbers.md §3.2). */
  psb: string;
  /** The authority that keeps the filings, in both languages. */
  authority: { en: string; zh: string };
};

const rows = [
  ['11', 'Beijing', '北京', '京'],
  ['12', 'Tianjin', '天津', '津'],
  ['13', 'Hebei', '河北', '冀'],
  ['14', 'Shanxi', '山西', '晋'],
  ['15', 'Inner Mongolia', '内蒙古', '蒙'],
  ['21', 'Liaoning', '辽宁', '辽'],
  ['22', 'Jilin', '吉林', '吉'],
  ['23', 'Heilongjiang', '黑龙江', '黑'],
  ['31', 'Shanghai', '上海', '沪'],
  ['32', 'Jiangsu', '江苏', '苏'],
  ['33', 'Zhejiang', '浙江', '浙'],
  ['34', 'Anhui', '安徽', '皖'],
  ['35', 'Fujian', '福建', '闽'],
  ['36', 'Jiangxi', '江西', '赣'],
  ['37', 'Shandong', '山东', '鲁'],
  ['41', 'Henan', '河南', '豫'],
  ['42', 'Hubei', '湖北', '鄂'],
  ['43', 'Hunan', '湖南', '湘'],
  ['44', 'Guangdong', '广东', '粤'],
  ['45', 'Guangxi', '广西', '桂'],
  ['46', 'Hainan', '海南', '琼'],
  ['50', 'Chongqing', '重庆', '渝'],
  ['51', 'Sichuan', '四川', '蜀'],
  ['52', 'Guizhou', '贵州', '黔'],
  ['53', 'Yunnan', '云南', '滇'],
  ['54', 'Tibet', '西藏', '藏'],
  ['61', 'Shaanxi', '陕西', '陕'],
  ['62', 'Gansu', '甘肃', '陇'],
  ['63', 'Qinghai', '青海', '青'],
  ['64', 'Ningxia', '宁夏', '宁'],
  ['65', 'Xinjiang', '新疆', '新'],
  ['66', 'Xinjiang Production and Construction Corps', '新疆生产建设兵团', '兵'],
] as const;

/** First two digits of GB/T 2260; `66` is the XPCC, which has its own police and no Communications Administration. */
export type ProvinceCode = (typeof rows)[number][0];
