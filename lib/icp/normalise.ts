/**
 * Folds the typography of footers once, at the edge of the core: width, dashes, spaces, traditional characters, and text that
 * was escaped or decoded wrongly (numbers.md §1.6). Each character of the result keeps its offsets in the original.
 */
import { mayBeDamaged, repairAt } from './repair.ts';

/** Folded text. `starts[i]` and `ends[i]` are the offsets in the original of the characters that became `text[i]`. */
export type Normalised = {
  text: string;
  starts: number[];
  ends: number[];
  /** Offsets in `text` of characters that had to be repaired from damaged or escaped text. */
  repaired: ReadonlySet<number>;
};

const invisible = /[\u00ad\u061c\u115f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]|[\ufe00-\ufe0f]/;
const space = /[\s\u0085\u00a0\u1680\u2000-\u200a\u202f\u205f\u2800\u3000\u3164]/;
const lineBreak = /[\n\r\u0085\u2028\u2029]/;

// Two characters each: the one written and the one it stands for.
const folds = new Map<string, string>([
  ...pairs('–-—-―-﹘-﹣-−-‐-‑-‒-─-━-⁃-－-ー-〔[〕]【[】]「[」]『[』]〖[〗]﹝[﹞]〈[〉]丨|／/〇0×X✕X＊*∶:'),
  ...pairs('備备俻备證证証证號号网网網网滬沪沪沪粵粤閩闽贛赣魯鲁瓊琼蘇苏遼辽晉晋陝陕隴陇寧宁雲云貴贵黒黑審审'),
  ...pairs('經经營营視视聽听節节電电業业務务許许書书醫医療疗藥药總总廣广機机構构監监編编碼码啟启記记錄录訊讯'),
  ...pairs('傳传標标識识製制發发聞闻單单國国資资質质聯联絡络銷销區区塊块鏈链執执冊册戲戏場场紀纪產产門门關关'),
  ...pairs(
    '廳厅隊队級级實实體体專专項项開开團团龍龙東东慶庆壯壮級级類类佈布點点運运閱阅讀读會会社社勞劳責责險险學学測测繪绘郵邮遞递輸输賣卖憑凭準准',
  ),
]);

function pairs(text: string): [string, string][] {
  return Array.from({ length: text.length / 2 }, (_, i) => [text.charAt(2 * i), text.charAt(2 * i + 1)]);
}

// 1 for each UTF-16 unit that folding leaves as it is: printable ASCII and Han, except those that are folded here or may begin
// an escape. That is nearly every unit. One look at the table costs a tenth of trying each rule.
const plain = new Uint8Array(0x10000);
plain.fill(1, 0x21, 0x7f).fill(1, 0x4e00, 0xa000);
for (const character of [...folds.keys(), ...'&%\\']) plain[character.charCodeAt(0)] = 0;

/**
 * Folds `text` from `from` to `to`. A run of white space becomes one space, or one `\n` where it holds a line break. Invisible
 * characters are dropped. Full-width forms, dashes, brackets and traditional characters become their plain form.
 */
export function normalise(text: string, from = 0, to = text.length): Normalised {
  const characters: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const repaired = new Set<number>();
  const push = (character: string, start: number, end: number): void => {
    characters.push(folds.get(character) ?? character);
    starts.push(start);
    ends.push(end);
  };
  const pushSpace = (isBreak: boolean, start: number, end: number): void => {
    const last = characters.length - 1;
    if (characters[last] !== ' ' && characters[last] !== '\n') {
      push(isBreak ? '\n' : ' ', start, end);
    } else {
      if (isBreak) characters[last] = '\n';
      ends[last] = end;
    }
  };
  const fold = (character: string, start: number, end: number): void => {
    if (folds.has(character)) push(character, start, end);
    else if (invisible.test(character)) return;
    else if (space.test(character)) pushSpace(lineBreak.test(character), start, end);
    else for (const each of character.normalize('NFKC')) push(each, start, end);
  };
  for (let at = from; at < to; at++) {
    const character = text.charAt(at);
    if (plain[text.charCodeAt(at)] === 1) {
      characters.push(character);
      starts.push(at);
      ends.push(at + 1);
      continue;
    }
    if (character === ' ' || character === '\n') {
      pushSpace(character === '\n', at, at + 1);
      continue;
    }
    const repair = mayBeDamaged(character) ? repairAt(text, at, to) : null;
    if (repair === null) {
      fold(character, at, at + 1);
    } else {
      for (const each of repair.text) {
        repaired.add(characters.length);
        fold(each, at, at + repair.length);
      }
      at += repair.length - 1;
    }
  }
  return { text: characters.join(''), starts, ends, repaired };
}
