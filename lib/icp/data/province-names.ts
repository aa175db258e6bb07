import { type ProvinceCode, provinces } from './provinces.ts';

// Words and towns that end in a province's character: 更新ICP备 does not name 新, 南京 not 京, 阿里云 not 云. Inferred: the word is far
// more usual than a text that ends with the word's first character just before the number.
const otherWords = [
  ...['更新', '刷新', '最新', '全新', '隐藏', '收藏', '储藏', '典藏'],
  ...['阿里云', '腾讯云', '百度云', '华为云', '金山云', '京东云', '天翼云'],
  ...['南京', '西宁', '南宁', '遂宁', '济宁', '咸宁', '海宁', '银川', '汉川', '铜川', '伊川', '江津'],
];

/** Whether a text ends in a word whose last character is no province, though it looks like one. */
export function endsInOtherWord(before: string): boolean {
  return otherWords.some((word) => before.endsWith(word));
}

/** A province's name in a text: 广东省, 广东 or 内蒙. */
export type NamedProvince = { code: ProvinceCode; name: string };

const names: readonly NamedProvince[] = [...provinces.values()]
  .filter(({ code }) => code !== '66')
  .flatMap(({ code, zh, fullName }) => [
    { code, name: fullName },
    { code, name: zh },
    ...(code === '15' ? [{ code, name: '内蒙' }] : []),
  ]);

/** The province whose name a text ends with; null where it ends otherwise. */
export function provinceAtEnd(before: string): NamedProvince | null {
  return names.find(({ name }) => before.endsWith(name)) ?? null;
}

/** The province that a text names first in the order of GB/T 2260; null where it names none. */
export function provinceNamedIn(text: string): ProvinceCode | null {
  return names.find(({ name }) => text.includes(name))?.code ?? null;
}
