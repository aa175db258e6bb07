/**
 * Folds the typography of footers, once, at the edge of the core: width, dashes, spaces, traditional characters, and text
 * that was escaped or decoded wrongly (numbers.md §1.6). Each character of the result remembers where it came from.
 */
import { repairAt } from './repair.ts';

/** Folded text. `starts[i]` and `ends[i]` are the offsets in the original of what became `text[i]`. */
export type Normalised = {
  text: string;
  starts: number[];
  ends: number[];
  /** Offsets in `text` of characters that had to be repaired from damaged or escaped text. */
  repaired: ReadonlySet<number>;
};

const invisible = /[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]|[\ufe00-\ufe0f]/;
const space = /[\s\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/;
const lineBreak = /[\n\r\u2028\u2029]/;
const plain = /[\x21-\x7e]/;
const han = /[\u4e00-\u9fff]/;

const folds = new Map<string, string>([
  ...pairs('–-—-―-﹘-﹣-−-‐-‑-‒-─-━-⁃-－-〔[〕]【[】]「[」]『[』]〖[〗]﹝[﹞]丨|／/〇0'),
  ...pairs('備备證证証证號号網网滬沪粵粤閩闽贛赣魯鲁瓊琼蘇苏遼辽晉晋陝陕隴陇寧宁雲云貴贵審审經经營营視视聽听'),
  ...pairs('節节電电業业務务許许書书醫医療疗藥药總总廣广機机構构監监編编碼码啟启記记錄录訊讯傳传標标識识備备'),
]);

function pairs(text: string): [string, string][] {
  return Array.from({ length: text.length / 2 }, (_, i) => [text.charAt(2 * i), text.charAt(2 * i + 1)]);
}

/**
 * Folds `text` from `from` to `to`. Runs of white space become one space, or one `\n` where a line broke in them;
 * invisible characters go; full-width forms, dashes, brackets and traditional characters become their plain form.
 */
export function normalise(text: string, from = 0, to = text.length): Normalised {
  const characters: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const repaired = new Set<number>();
  const push = (character: string, start: number, end: number): void => {
    characters.push(character);
    starts.push(start);
    ends.push(end);
  };
  for (let at = from; at < to; at++) {
    const character = text.charAt(at);
    const repair = repairAt(text, at, to);
    if (repair !== null) {
      for (const each of repair.text) {
        repaired.add(characters.length);
        push(folds.get(each) ?? each, at, at + repair.length);
      }
      at += repair.length - 1;
    } else if (plain.test(character) || (han.test(character) && !folds.has(character))) {
      push(character, at, at + 1);
    } else if (space.test(character)) {
      const last = characters.length - 1;
      const previous = characters[last];
      if (previous === ' ' || previous === '\n') {
        if (lineBreak.test(character)) characters[last] = '\n';
        ends[last] = at + 1;
      } else {
        push(lineBreak.test(character) ? '\n' : ' ', at, at + 1);
      }
    } else if (!invisible.test(character)) {
      for (const each of folds.get(character) ?? character.normalize('NFKC')) push(folds.get(each) ?? each, at, at + 1);
    }
  }
  return { text: characters.join(''), starts, ends, repaired };
}
