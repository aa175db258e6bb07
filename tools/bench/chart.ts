import { round } from './result.ts';
import type { Point } from './scan-cost.ts';

const width = 760;
const height = 460;
/** Where the lines are drawn: the rest is for the axes, and to the right for the lines' names. */
const plot = { left: 92, right: 560, top: 72, bottom: 386 };

const lines = [
  { key: 'innerText', name: 'innerText + pattern', shape: 'M-5,-5h10v10h-10z' },
  { key: 'tree walker', name: 'tree walker + pattern', shape: 'M0,-6l6,11h-12z' },
  { key: 'scan', name: 'ICP Lens scan', shape: 'M-6,0a6,6 0 1,0 12,0a6,6 0 1,0 -12,0z' },
  { key: 'textContent', name: 'one textContent pass', shape: 'M0,-7l7,7l-7,7l-7,-7z' },
] as const;

/** Marks and names tell the lines apart, colours only help; the darker set is for light grounds. */
const style = `
text{font:15px system-ui,sans-serif;fill:#1f2328}.head{font-size:18px;font-weight:600}.grid{stroke:#d1d9e0}
.line{fill:none;stroke-width:2.5}.innerText{stroke:#9a6700;color:#9a6700}.tree{stroke:#8250df;color:#8250df}
.scan{stroke:#0a63c9;color:#0a63c9}.scan .line{stroke-width:4}.textContent{stroke:#1a7f37;color:#1a7f37}.mark{fill:currentColor;stroke:none}
@media(prefers-color-scheme:dark){text{fill:#f0f6fc}.grid{stroke:#3d444d}.innerText{stroke:#d29922;color:#d29922}
.tree{stroke:#ab7df8;color:#ab7df8}.scan{stroke:#58a6ff;color:#58a6ff}.textContent{stroke:#3fb950;color:#3fb950}}`;

/** The names of lines whose ends lie closer than a line of text are moved apart by this much, in pixels. */
const lineHeight = 22;

/**
 * The chart of the README as SVG: milliseconds that four ways to read a page take, by its number of elements, both on
 * logarithmic scales. It shows on light and dark grounds, and says in words what it shows.
 */
export function drawChart(points: readonly Point[], { chromium, date }: { chromium: string; date: Date }): string {
  const times = points.flatMap((point) => lines.map(({ key }) => point[key])).toSorted((a, b) => a - b);
  const sizes = points.map(({ elements }) => elements).toSorted((a, b) => a - b);
  const decades = {
    x: [Math.floor(log((sizes.at(0) ?? 1) * 1.1)), Math.ceil(log((sizes.at(-1) ?? 1) / 1.1))],
    y: [Math.floor(log(times.at(0) ?? 1)), Math.ceil(log(times.at(-1) ?? 1))],
  } as const;
  const x = (elements: number): number => across(log(elements), decades.x, plot.left, plot.right);
  const y = (ms: number): number => across(log(ms), decades.y, plot.bottom, plot.top);

  const parts: string[] = [];
  for (const power of whole(decades.y)) {
    const at = y(10 ** power);
    parts.push(`<path class="grid" d="M${plot.left},${at}H${plot.right}"/>`);
    parts.push(`<text x="${plot.left - 10}" y="${at + 5}" text-anchor="end">${amount(10 ** power)} ms</text>`);
  }
  for (const power of whole(decades.x)) {
    const at = x(10 ** power);
    parts.push(`<path class="grid" d="M${at},${plot.top}V${plot.bottom}"/>`);
    parts.push(`<text x="${at}" y="${plot.bottom + 24}" text-anchor="middle">${amount(10 ** power)}</text>`);
  }
  const last = points.at(-1);
  const names = lines.map((line) => ({ ...line, at: y(last?.[line.key] ?? 1) })).sort((a, b) => a.at - b.at);
  for (const [index, name] of names.entries()) {
    name.at = Math.max(name.at, (names[index - 1]?.at ?? 0) + lineHeight);
  }
  for (const { key, name, shape, at } of names) {
    const spots = points.map((point) => ({ left: Math.round(x(point.elements)), top: Math.round(y(point[key])) }));
    const path = spots.map(({ left, top }) => `${left},${top}`).join('L');
    const marks = spots.map(
      ({ left, top }) => `<path class="mark" transform="translate(${left},${top})" d="${shape}"/>`,
    );
    const label = `<path class="mark" transform="translate(${plot.right + 22},${at - 5})" d="${shape}"/>`;
    parts.push(`<g class="${key}"><path class="line" d="M${path}"/>${marks.join('')}${label}</g>`);
    parts.push(`<text x="${plot.right + 36}" y="${at}">${name}</text>`);
  }
  const said = points.map(
    (point) =>
      `${amount(point.elements)} elements: ${lines.map(({ key, name }) => `${name} ${round(point[key])} ms`).join(', ')}`,
  );
  const month = date.toISOString().slice(0, 7);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title desc">
<title id="title">What reading a page without numbers costs</title>
<desc id="desc">Median main-thread time by number of elements, Chromium ${chromium}, ${month}. ${said.join('; ')}.</desc>
<style>${style}</style>
<text class="head" x="16" y="32">What reading a page without numbers costs</text>
<text x="16" y="56">main-thread time, median; Chromium ${chromium}, ${month}</text>
${parts.join('\n')}
<text x="${(plot.left + plot.right) / 2}" y="${plot.bottom + 52}" text-anchor="middle">elements of the page</text>
</svg>
`;
}

const log = Math.log10;

function across(value: number, [from, to]: readonly [number, number], start: number, end: number): number {
  return Math.round(start + ((value - from) / (to - from)) * (end - start));
}

function whole([from, to]: readonly [number, number]): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

function amount(value: number): string {
  return value.toLocaleString('en', { maximumSignificantDigits: 3 });
}
