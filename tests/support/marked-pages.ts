/**
 * Pages with different looks, each with one number to be marked. The number is in the element `#n`, or in the one that the page's
 * `place()` returns. Each page records everything through which it could notice a mark.
 */
import { type Box, changedShare, legibilityIn, pictureOf } from './pixels.ts';
import { filing, pageOf } from './scan-fixtures.ts';

/** A gap that moves a number below the visible part of the page. */
const gap = '<div style="height: 1500px"></div>';
const number = `<span id="n">${filing}</span>`;

const photo =
  'repeating-linear-gradient(37deg, #e33 0 7px, #3a6 7px 15px, #24c 15px 22px, #fd3 22px 30px), radial-gradient(#000, #fff)';
const drawn = `data:image/svg+xml,${encodeURIComponent(
  `<svg xmlns="http://www.w3.org/2000/svg" width="240" height="30"><rect width="240" height="30" fill="#fff"/><text x="9" y="20" font-size="15">${filing}</text></svg>`,
)}`;

const shadow = (mode: 'open' | 'closed'): string => `<x-foot></x-foot><script>
  const root = document.querySelector('x-foot').attachShadow({ mode: '${mode}' });
  root.innerHTML = '<style>p { background: #222; color: #aaa }</style><p>${number}</p>';
  globalThis.place = () => root.getElementById('n');
</script>`;

const rules = (css: string, body = `<p>备案 ${number}</p>`): string => `<style>${css}</style>${body}`;

/** The bodies of the pages, by look. */
const bodies: Record<string, string> = {
  light: rules('p { color: #999; font-size: 12px }', `<p>© 2024 <a href="/miit" id="n">${filing}</a></p>`),
  dark: rules('body { background: #111; color: #777 }'),
  'dark by its colour scheme': rules(':root { color-scheme: dark }'),
  'a picture behind the text': rules(
    `p { background: ${photo}; color: #fff; text-shadow: 0 0 4px #000, 0 0 4px #000, 0 0 4px #000; padding: 20px }`,
  ),
  'text cut out of a gradient': rules(
    'span { background: linear-gradient(90deg, #e11, #11e); background-clip: text; color: transparent; font-weight: bold }',
  ),
  'text filled with nothing and drawn by its edge': rules(
    'p { font-size: 20px; -webkit-text-fill-color: transparent; -webkit-text-stroke: 1px #36c }',
  ),
  'glowing text': rules('p { background: #203; color: #fff; text-shadow: 0 0 5px #f0f, 2px 2px 0 #0ff }'),
  'rules that are important': rules(
    '* { color: #888 !important; background: #fff !important; text-decoration: none !important; -webkit-text-fill-color: #888 !important }',
  ),
  'small text': rules('p { font-size: 9px; color: #bbb }'),
  'text that shows through': rules('footer { opacity: 0.3 }', `<footer><p>${number}</p></footer>`),
  'text blended with its ground': rules(
    'body { background: #808080 } footer { mix-blend-mode: difference; color: #fff }',
    `<footer><p>${number}</p></footer>`,
  ),
  'a dark filter': rules('footer { filter: brightness(0.4) }', `<footer><p>${number}</p></footer>`),
  yellow: rules('body { background: #ffd24a; color: #222 }'),
  'a number split over elements': rules(
    'b { color: #c00; background: #eee } i { color: #0a0; background: #000 } u { opacity: 0.4 }',
    '<p>备案：<span id="n"><b>京ICP备</b>2021<i>018374</i><u>号-1</u></span></p>',
  ),
  'a page that highlights the number itself': rules(
    '::highlight(own) { background: #fff; color: #fff }',
    `<p>${number}</p><script>
      const range = new Range();
      range.selectNodeContents(document.getElementById('n'));
      const own = new Highlight(range);
      own.priority = 9;
      CSS.highlights.set('own', own);
    </script>`,
  ),
  'a page that moves all it can': rules(
    'html { scroll-behavior: smooth } * { transition: all 0.4s }',
    `<p style="opacity: 0.5">${number}</p>`,
  ),
  'one text higher than the window': `<div style="white-space: pre">${'一段很长的文字。\n'.repeat(150)}${filing}${'\n文'.repeat(90)}</div><script>
    globalThis.place = () => {
      const text = document.querySelector('div[style*=pre]').firstChild;
      const range = new Range();
      range.setStart(text, text.data.indexOf('${filing}'));
      range.setEnd(text, range.startOffset + ${filing.length});
      const { x, y, width, height } = range.getBoundingClientRect();
      const scrollIntoView = () => scrollTo({ top: scrollY + y + height / 2 - innerHeight / 2, behavior: 'instant' });
      return { ownerDocument: document, getBoundingClientRect: () => ({ x, y, width, height }), scrollIntoView };
    };
  </script>`,
  'a box that scrolls': `<div style="height: 200px; overflow: auto">${'一段很长的文字。<br>'.repeat(90)}${number}<br>${'文<br>'.repeat(40)}</div>`,
  'a frame': `<iframe style="opacity: 0.4" srcdoc="<body style='background: #123; color: #89a'><p>${number.replaceAll('"', "'")}"></iframe>
    <script>globalThis.place = () => document.querySelector('iframe').contentDocument.getElementById('n');</script>`,
  'an open shadow root': shadow('open'),
  'a closed shadow root': shadow('closed'),
  'text of SVG': `<svg width="300" height="40"><rect width="300" height="40" fill="#246"/><text id="n" x="9" y="25" fill="#9ab">${filing}</text></svg>`,
  'generated content': rules(
    `p { display: inline-block; color: #bbb } p::after { content: '${filing}'; color: #ccc }`,
    '<p id="n"></p>',
  ),
  'a button': `<input id="n" type="button" value="${filing}" style="background: linear-gradient(#fff, #eee); border: 0; color: #999">`,
  'an icon in a link': `<a href="/" title="${filing}"><i id="n" style="display: inline-block; width: 240px; height: 30px; background: url(&quot;${drawn}&quot;)"></i></a>`,
  'an image that is missing, in a closed shadow root': `<x-foot></x-foot><script>
    const root = document.querySelector('x-foot').attachShadow({ mode: 'closed' });
    root.innerHTML = '<img id="n" alt="${filing}" src="/none.png">';
    globalThis.place = () => root.getElementById('n');
  </script>`,
  'an image': `<img id="n" alt="${filing}" src="${drawn}">`,
};

/** A script that records the events and changes that a page gets. */
const watch = `<script>
  const noticed = [];
  const events = 'transitionrun transitionstart animationstart selectionchange focusin focusout beforetoggle toggle error';
  for (const type of events.split(' ')) document.addEventListener(type, () => noticed.push(type), true);
  addEventListener('load', () => {
    noticed.length = 0;
    new MutationObserver((records) => noticed.push(...records.map(({ type }) => type))).observe(document, {
      attributes: true, characterData: true, childList: true, subtree: true,
    });
  });
</script>`;

/** The whole pages, by look. The number is out of sight at first. */
export const markedPages: Record<string, string> = Object.fromEntries(
  Object.entries(bodies).map(([look, body]) => [look, pageOf(`${gap}${body}${gap}`, watch)]),
);

/** A page in either browser. */
type Page = {
  evaluate: <Result>(read: () => Result) => Promise<Result>;
  screenshot: () => Promise<Uint8Array>;
};

declare const noticed: string[];
declare const place: (() => Element) | undefined;

/** What a page's scripts can observe of a mark. `told`: from events and the document. `asked`: from animations and highlights. */
export type ObservableState = { told: object; asked: { animations: number; highlights: string[] } };

export function observableState(page: Page): Promise<ObservableState> {
  return page.evaluate(() => ({
    told: {
      noticed,
      html: document.documentElement.outerHTML,
      sheets: [document.styleSheets.length, document.adoptedStyleSheets.length],
      selection: String(getSelection()),
    },
    asked: { animations: document.getAnimations().length, highlights: [...CSS.highlights.keys()] },
  }));
}

/** A screenshot of the window, with the box of the number in it. */
export type NumberCapture = { box: Box; png: Uint8Array };

/** Captures the number at its current position. */
export async function captureNumber(page: Page): Promise<NumberCapture> {
  const box = await page.evaluate(() => {
    const element = typeof place === 'function' ? place() : document.getElementById('n');
    if (element === null) throw new Error('The page has no number.');
    const { x, y, width, height } = element.getBoundingClientRect();
    const frame = element.ownerDocument.defaultView?.frameElement;
    const outer = frame?.getBoundingClientRect();
    return {
      x: x + (outer?.x ?? 0) + (frame?.clientLeft ?? 0),
      y: y + (outer?.y ?? 0) + (frame?.clientTop ?? 0),
      width,
      height,
    };
  });
  return { box, png: await page.screenshot() };
}

/** Scrolls to the number, and captures it when two screenshots in a row are equal. */
export async function captureNumberInMiddle(page: Page): Promise<NumberCapture> {
  await page.evaluate(() => {
    const element = typeof place === 'function' ? place() : document.getElementById('n');
    element?.scrollIntoView({ block: 'center', behavior: 'instant' });
  });
  const stillSight = async (last: NumberCapture): Promise<NumberCapture> => {
    const next = await captureNumber(page);
    return Buffer.compare(last.png, next.png) === 0 ? next : stillSight(next);
  };
  return stillSight(await captureNumber(page));
}

/** Scrolls the page and its scrollable elements to the top. */
export function scrollUp(page: Page): Promise<void> {
  return page.evaluate(() => {
    for (const element of document.querySelectorAll('*')) element.scrollTo({ top: 0, behavior: 'instant' });
  });
}

/**
 * Whether the number is in sight and marked. At least 0.6 of its box has changed colour, its text has a contrast of at least 4.5,
 * and its background colour fills at least 0.4 of the box.
 */
export function isMarked(plain: NumberCapture, sight: NumberCapture): boolean {
  const [before, after] = [pictureOf(plain.png), pictureOf(sight.png)];
  if (sight.box.y < 0 || sight.box.y + sight.box.height > after.height) return false;
  const { contrast, ground } = legibilityIn(after, sight.box);
  return changedShare(before, plain.box, after, sight.box) >= 0.6 && contrast >= 4.5 && ground >= 0.4;
}
