/** A province-level division: the characters that its authorities use for it, and its spellings in Latin letters. */
export type Province = {
  code: ProvinceCode;
  en: string;
  /** Short name, `内蒙古`. */
  zh: string;
  /** Name with its rank, `内蒙古自治区`. */
  fullName: string;
  /** The character of the Communications Administration, on ICP filings and old ICP licences; null for the XPCC. */
  icp: string | null;
  /** The character on telecom licences: Sichuan writes 川 here and 蜀 on filings (numbers.md §2.2). */
  telecom: string | null;
  /** The character of the police, on PSB filings (numbers.md §3.2). */
  psb: string;
  /**
   * Who keeps the filings: the provincial Communications Administration (Decree 33 art. 3); null for the XPCC, which has none.
   */
  authority: { en: string; zh: string } | null;
};

// code, English, Chinese, rank, characters (filing, licence, police), other Latin spellings
const rows = [
  ['11', 'Beijing', '北京', '市', '京', 'jing|peking'],
  ['12', 'Tianjin', '天津', '市', '津', 'jin'],
  ['13', 'Hebei', '河北', '省', '冀', 'ji'],
  ['14', 'Shanxi', '山西', '省', '晋', 'jin'],
  ['15', 'Inner Mongolia', '内蒙古', '自治区', '蒙', 'meng|neimenggu'],
  ['21', 'Liaoning', '辽宁', '省', '辽', 'liao'],
  ['22', 'Jilin', '吉林', '省', '吉', 'ji'],
  ['23', 'Heilongjiang', '黑龙江', '省', '黑', 'hei'],
  ['31', 'Shanghai', '上海', '市', '沪', 'hu'],
  ['32', 'Jiangsu', '江苏', '省', '苏', 'su'],
  ['33', 'Zhejiang', '浙江', '省', '浙', 'zhe'],
  ['34', 'Anhui', '安徽', '省', '皖', 'wan'],
  ['35', 'Fujian', '福建', '省', '闽', 'min'],
  ['36', 'Jiangxi', '江西', '省', '赣', 'gan'],
  ['37', 'Shandong', '山东', '省', '鲁', 'lu'],
  ['41', 'Henan', '河南', '省', '豫', 'yu'],
  ['42', 'Hubei', '湖北', '省', '鄂', 'e'],
  ['43', 'Hunan', '湖南', '省', '湘', 'xiang'],
  ['44', 'Guangdong', '广东', '省', '粤', 'yue|canton'],
  ['45', 'Guangxi', '广西', '壮族自治区', '桂', 'gui'],
  ['46', 'Hainan', '海南', '省', '琼', 'qiong'],
  ['50', 'Chongqing', '重庆', '市', '渝', 'yu'],
  ['51', 'Sichuan', '四川', '省', '蜀川川', 'shu'],
  ['52', 'Guizhou', '贵州', '省', '黔黔贵', 'qian'],
  ['53', 'Yunnan', '云南', '省', '滇', 'dian'],
  ['54', 'Tibet', '西藏', '自治区', '藏', 'zang|xizang'],
  ['61', 'Shaanxi', '陕西', '省', '陕', 'shan|shaan'],
  ['62', 'Gansu', '甘肃', '省', '陇陇甘', 'long'],
  ['63', 'Qinghai', '青海', '省', '青', 'qing'],
  ['64', 'Ningxia', '宁夏', '回族自治区', '宁', 'ning'],
  ['65', 'Xinjiang', '新疆', '维吾尔自治区', '新', 'xin'],
  ['66', 'Xinjiang Production and Construction Corps', '新疆生产建设兵团', '', '兵', ''],
] as const;

/** First two digits of GB/T 2260; `66` is the XPCC, which has its own police and no Communications Administration. */
export type ProvinceCode = (typeof rows)[number][0];

/** The provinces by code: `provinces.get('51')?.icp` is `蜀`. Hong Kong, Macao and Taiwan issue none of these numbers. */
export const provinces: ReadonlyMap<ProvinceCode, Province> = new Map(
  rows.map(([code, en, zh, rank, characters]) => {
    const [icp = '', telecom = icp, psb = icp] = characters;
    const corps = code === '66';
    const fullName = zh + rank;
    const authority = { en: `${en} Communications Administration`, zh: `${fullName}通信管理局` };
    return [
      code,
      {
        code,
        en,
        zh,
        fullName,
        icp: corps ? null : icp,
        telecom: corps ? null : telecom,
        psb,
        authority: corps ? null : authority,
      },
    ] as const;
  }),
);

/** Which characters: the ministry's on filings, the ministry's on telecom licences, or the police's. */
export type Script = 'icp' | 'telecom' | 'psb';

/** The province that a character or name shows. `alternate`: this authority does not use that form. */
export type ProvinceReading = { code: ProvinceCode; alternate: boolean };

// Forms that people write but the authority does not use (numbers.md §1.2, §2.2, §3.2). Most are letters of licence plates.
const everyScript = { 秦: '61', 疆: '65', 云: '53' } as const;
const alternates: Record<Script, Record<string, ProvinceCode>> = {
  icp: { ...everyScript, 川: '51', 贵: '52', 甘: '62' },
  telecom: { ...everyScript, 蜀: '51', 贵: '52' },
  psb: { ...everyScript, 蜀: '51', 陇: '62', 穗: '44', 深: '44' },
};
// Forms that real owners use beside the usual one. They are no fault. 黔 on police filings (§3.2); 甘 on licences is unproven
// (§2.2).
const accepted: Record<Script, Record<string, ProvinceCode>> = {
  icp: {},
  telecom: { 甘: '62' },
  psb: { 黔: '52' },
};

const readings: Record<Script, ReadonlyMap<string, ProvinceReading>> = {
  icp: readingsOf('icp'),
  telecom: readingsOf('telecom'),
  psb: readingsOf('psb'),
};

function readingsOf(script: Script): Map<string, ProvinceReading> {
  const known = new Map<string, ProvinceReading>();
  for (const [character, code] of Object.entries(alternates[script])) known.set(character, { code, alternate: true });
  for (const [character, code] of Object.entries(accepted[script])) known.set(character, { code, alternate: false });
  for (const province of provinces.values()) {
    const character = province[script];
    if (character !== null) known.set(character, { code: province.code, alternate: false });
  }
  return known;
}

/** Reads a province character as one authority uses it. `readProvince('川', 'icp')` is Sichuan, in an alternate form. */
export function readProvince(character: string, script: Script): ProvinceReading | null {
  return readings[script].get(character) ?? null;
}

/** Every character `readProvince` knows for an authority, as one string for use in a character class. */
export function provinceCharacters(script: Script): string {
  return [...readings[script].keys()].join('');
}

/** The province of a GB/T 2260 code of any length; null where the first two digits are no province. */
export function provinceOfArea(area: string): ProvinceCode | null {
  for (const code of provinces.keys()) if (area.startsWith(code)) return code;
  return null;
}

/** Latin spellings in lower case without spaces, with every province they may mean: `ji` is Hebei's 冀 and Jilin's 吉. */
export const latinNames: ReadonlyMap<string, readonly ProvinceCode[]> = latinNamesOf();

function latinNamesOf(): Map<string, ProvinceCode[]> {
  const names = new Map<string, ProvinceCode[]>();
  for (const [code, en, , , , others] of rows) {
    if (code === '66') continue;
    for (const name of [en.toLowerCase().replaceAll(' ', ''), ...others.split('|')]) {
      names.set(name, [...(names.get(name) ?? []), code]);
    }
  }
  return names;
}
