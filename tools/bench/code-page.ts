/**
 * Pages of source code, logs and differences as code hosts, documentation and build servers show them: one block of tens of
 * thousands of inline elements, full of what registration numbers are told by (`\uXXXX`, `&#`, `ICP`, dates, hashes).
 */

/** What a page shows. */
export const codeKinds = ['code', 'log', 'diff'] as const;
export type CodeKind = (typeof codeKinds)[number];

/** A number in the midst of such a page, and one in its footer. */
export const codeNumbers = ['京ICP备2021018374号-1', '京公网安备11010802046193号'];

const lines: Record<CodeKind, (line: number) => string> = {
  // As highlighters mark code up: a span for each word. A literal in escapes now and then, as in files of texts.
  code: (line) =>
    line % 50 === 7
      ? `<span class="k">const</span> <span class="n">text${line}</span> <span class="o">=</span> <span class="s">"\\u4eac\\u5907${1000 + line}"</span><span class="p">;</span>\n`
      : `<span class="k">const</span> <span class="n">a${line}</span> <span class="o">=</span> <span class="m">${line * 37}</span><span class="p">;</span>\n`,
  // As build servers print: times, levels, identifiers, one line after another in one block.
  log: (line) =>
    `<span class="m">2026-09-${(line % 28) + 1} 08:${String(line % 60).padStart(2, '0')}:11</span> <b>INFO</b> <span class="n">LICP-${line}</span> request B2-${20200000 + line} done in <i>${line % 900} ms</i><br>`,
  // As differences are shown: a line number, a sign, and the words.
  diff: (line) =>
    `<span class="m">${line}</span><ins>+ <span class="n">icp</span>: <span class="s">'&amp;#20140;-20${100000 + line}'</span></ins><del>- <span class="n">ICP</span>: <span class="s">''</span></del>\n`,
};

/** Elements of a line, about. */
const elementsPerLine = 5;

/** The HTML of a page of about so many elements, with a number in the code and one in the footer. */
export function codePage(kind: CodeKind, elements: number): string {
  const count = Math.ceil(elements / elementsPerLine);
  const text = Array.from({ length: count }, (_, line) => lines[kind](line));
  const [inCode, inFooter] = codeNumbers;
  text.splice(count / 2, 0, `<span class="c">// ${inCode}</span>\n`);
  return (
    `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${kind}</title>` +
    '<style>pre{font:12px/1.5 monospace}.k{color:#a0a}.s{color:#070}.m{color:#05a}</style>' +
    `<header><h1>main.ts</h1></header><pre><code>${text.join('')}</code></pre>` +
    `<footer><p>${inFooter}</p></footer></html>`
  );
}
