import { type PageOutcome, wasRead } from '../audits/entry.ts';
import type { MaybeScreenshot, NoScreenshot, PageScreenshot } from '../audits/page-screenshot.ts';
import { checks as rules } from '../checks/catalogue.ts';
import { overallOf } from '../checks/outcome.ts';
import type { SiteReport } from '../checks/site-report.ts';
import type { Finding } from '../icp/finding.ts';
import { isOwn, offsetsInSurroundings } from '../icp/finding.ts';
import { isFormKnown } from '../icp/known-form.ts';
import { rules as numberRules } from '../icp/problems.ts';
import { cappedText } from '../texts/capped-text.ts';
import { languageOf, type Translate } from '../texts/language/translate.ts';
import { pageOutcomeDetailText, pageOutcomeText } from '../texts/page-outcome-texts.ts';
import type { ReportTexts } from '../texts/report-texts.ts';
import { roleTexts } from '../texts/role-texts.ts';
import { noScreenshotTexts, viewTexts } from '../texts/screenshot-texts.ts';
import { canonicalJson, sha256 } from './canonical-json.ts';
import { base64, readImage } from './data-url.ts';
import { evidenceStyle } from './evidence-style.ts';
import { type Html, html } from './html.ts';

/** One site of an evidence report. */
export type EvidenceSite = {
  /** The address as the user gave it. */
  asked: string;
  /** When the reading ended: ISO 8601 in UTC. */
  readAt: string;
  /** The outcome of the reading; null for a page that was open already, such as that of a visit. */
  ending: PageOutcome | null;
  /** The home page that was read; null where none was, and for a page that was open already. */
  finalUrl: string | null;
  /** A second page of the site that was read because the home page shows no number; null for none. */
  further: string | null;
  /** The report of the page whose numbers are listed; null where no page was read. */
  report: SiteReport | null;
  screenshot: MaybeScreenshot;
};

/** The facts that an evidence report states about itself. */
export type EvidenceFrame = {
  /** ISO 8601 in UTC. */
  madeAt: string;
  tool: { name: string; version: string };
  /** The name of the reader's time zone, `Asia/Shanghai`. */
  zone: string;
  /** How far that zone's time is ahead of UTC at a moment, in minutes: 480 for China. */
  offsetMinutes: (time: Date) => number;
  /** How many of the requested sites are not read yet. They are not in the report. */
  waiting: number;
};

/** The longest text of a page that the readable part shows in full, in UTF-16 units; the JSON below it holds all of it. */
const maxChars = 2000;

/**
 * An evidence report of some sites: one page of HTML that needs nothing else and runs nothing, for reading, printing and
 * keeping. Each site ends with what was read and found as canonical JSON, and with the SHA-256 of exactly that text in
 * UTF-8, so that anybody can check that the text is the one that was digested. A screenshot is covered through its own SHA-256,
 * which stands in that text.
 *
 * Text of pages is escaped, and characters in it that nobody sees or that reorder others are named. A screenshot that is none
 * is left out.
 *
 * The page comes in pieces, in order: with screenshots it may be longer than any text can be.
 */
export async function* writeEvidence(
  sites: readonly EvidenceSite[],
  frame: EvidenceFrame,
  words: ReportTexts,
): AsyncGenerator<string, void> {
  const { t } = words;
  const style = evidenceStyle;
  // No script, no outside resource, even if some escaping were wrong.
  const policy = `default-src 'none'; img-src data:; style-src 'sha256-${await base64Sha256(style)}'; base-uri 'none'; form-action 'none'`;
  const head = html`<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width">
<title>${t('report_title')}</title>
<style>${{ markup: style }}</style>
</head>
`;
  const header = html`<header>
<h1>${t('report_title')}</h1>
${facts([
  [t('report_made'), timeText(t, frame.madeAt, frame)],
  [t('report_tool'), `${frame.tool.name} ${frame.tool.version}`],
  [t('report_sites'), sites.length],
  [t('report_waiting'), frame.waiting === 0 ? null : frame.waiting],
])}
${sites.length > 1 ? contents(sites, words) : null}
</header>
`;
  yield `<!DOCTYPE html>\n<html lang="${languageOf(t) === 'zh' ? 'zh-CN' : 'en'}">\n${head.markup}<body>\n${header.markup}<main>\n`;
  for (const [index, site] of sites.entries()) yield (await section(site, index, frame, words)).markup;
  yield '</main>\n</body>\n</html>\n';
}

/** One line for each site: the outcome of its reading, its own numbers, and the outcome of its checks. */
function contents(sites: readonly EvidenceSite[], words: ReportTexts): Html {
  const { t } = words;
  const headers = ['report_asked', 'column_ending', 'column_numbers', 'column_worst'] as const;
  const rows = sites.map(({ asked, ending, report }, index) => {
    const isSites = ending === null || wasRead(ending);
    const own = isSites ? (report?.findings.filter(isOwn) ?? []) : [];
    return html`<tr><td>${index + 1}</td><td><a href="#site-${index + 1}">${pageText(t, asked)}</a></td><td>${
      ending === null ? null : resultText(t, ending)
    }</td><td>${pageText(t, own.map(({ number }) => number.canonical ?? number.raw).join('; '))}</td><td>${
      isSites && report !== null ? words.overall(overallOf(report.checks)) : null
    }</td></tr>
`;
  });
  return html`<nav aria-label="${t('report_contents')}"><table class="contents">
<thead><tr><th scope="col">${t('column_row')}</th>${headers.map((header) => html`<th scope="col">${t(header)}</th>`)}</tr></thead>
<tbody>${rows}</tbody></table></nav>`;
}

function resultText(t: Translate, ending: PageOutcome): Html {
  const detail = pageOutcomeDetailText(t, ending);
  return html`${pageOutcomeText(t, ending)}${detail === null ? null : html`: ${pageText(t, detail)}`}`;
}

async function section(site: EvidenceSite, index: number, frame: EvidenceFrame, words: ReportTexts): Promise<Html> {
  const { t } = words;
  const { asked, readAt, ending, further, report } = site;
  const screenshot = await readScreenshot(site.screenshot);
  // Where no page was read, the report names no reason for a missing screenshot.
  const told = report === null ? null : screenshot.told;
  const content = canonicalJson({ asked, ending, further, screenshot: told, readAt, report, tool: frame.tool });
  const digest = await sha256(content);
  return html`<section class="${report === null ? 'site bare' : 'site'}" id="site-${index + 1}">
<h2>${pageText(t, asked)}</h2>
${facts([
  [t('report_asked'), pageText(t, asked)],
  [t('column_ending'), ending === null ? null : html`<strong>${resultText(t, ending)}</strong>`],
  [t('report_page'), report === null ? null : pageText(t, report.url)],
  [t('report_read_at'), timeText(t, readAt, frame)],
])}
${remarks(site, t).map((text) => html`<p>${text}</p>\n`)}${report === null ? null : pageSections(report, ending, screenshot, frame, words)}<h3>${t('report_digest')}</h3>
<p>${t('report_digest_about', digest)}${screenshot.url === null ? null : ` ${t('report_digest_picture')}`}</p>
<pre translate="no">${content}</pre>
</section>
`;
}

/** What was found on a page, how it was judged, how it looked, and what was left out. */
function pageSections(
  report: SiteReport,
  ending: PageOutcome | null,
  screenshot: ReadScreenshot,
  frame: EvidenceFrame,
  words: ReportTexts,
): Html {
  const { t } = words;
  const isSites = ending === null || wasRead(ending);
  // The site's own numbers come first.
  const findings = [...report.findings.filter(isOwn), ...report.findings.filter((finding) => !isOwn(finding))];
  return html`<h3>${t('report_numbers')}</h3>
${findings.length === 0 ? html`<p>${t('report_no_numbers')}</p>` : findings.map((finding) => numberArticle(finding, isSites, words))}
<h3>${t('report_picture')}</h3>
${screenshotFigure(screenshot, frame, t)}
<h3>${t('report_checks')}</h3>
${isSites ? report.checks.map((check) => checkArticle(check, words)) : html`<p>${t('report_no_checks')}</p>`}
<h3>${t('report_not_checked')}</h3>
<ul>
${notChecked(report, t).map((text) => html`<li>${text}</li>\n`)}</ul>
`;
}

/** Remarks on a reading that a reader must know to understand the rest. */
function remarks({ ending, finalUrl, further, report }: EvidenceSite, t: Translate): Html[] {
  if (report === null) return [html`${t('report_nothing_read')}`];
  switch (ending?.state) {
    case 'numbers':
      return further === null || finalUrl === null ? [] : [html`${t('report_home_bare')} ${pageText(t, finalUrl)}`];
    case 'none':
      return further === null ? [] : [html`${t('report_further_bare')} ${pageText(t, further)}`];
    case 'redirected':
      return [html`${t('report_elsewhere_about')}`];
    case 'barrier':
    case 'unreachable':
      return [html`${t('report_wall_about')}`];
    default:
      return [];
  }
}

/** `isSites`: whether the page with the number belongs to the site. */
function numberArticle(finding: Finding, isSites: boolean, words: ReportTexts): Html {
  const { t } = words;
  const { number, surroundings, link, role, hidden, place } = finding;
  const { start, end } = offsetsInSurroundings(finding);
  const shown = [
    t(isSites ? roleTexts[role] : 'report_elsewhere'),
    words.place(place),
    ...(hidden ? [t('hidden')] : []),
  ];
  return html`<article>
<h4>${words.kind(number)}</h4>
${facts([
  [t('report_number'), html`<strong>${pageText(t, number.canonical ?? number.raw)}</strong>`],
  [t('fact_raw'), pageText(t, number.raw)],
  [t('report_status'), words.status(number.status, isFormKnown(number.kind))],
  [t('report_shown_as'), shown.join(' · ')],
  [t('fact_link'), link === null ? t('link_none') : pageText(t, link)],
  [
    t('report_in_text'),
    html`<bdi lang="zh-CN" translate="no">${visible(surroundings.slice(0, start))}<mark>${visible(surroundings.slice(start, end))}</mark>${visible(surroundings.slice(end))}</bdi>`,
  ],
])}
${
  number.problems.length === 0
    ? null
    : html`<p>${t('report_reasons')}</p>
<ul>
${number.problems.map((problem) => html`<li>${words.problem(problem)} <small>${words.rule(numberRules[problem.code])}</small></li>\n`)}</ul>`
}
</article>
`;
}

function checkArticle(check: SiteReport['checks'][number], words: ReportTexts): Html {
  const { t } = words;
  const { name, rule } = words.check(check.code);
  const { detail, advice } = words.answer(check);
  return html`<article>
<h4>${name}</h4>
${facts([
  [t('report_outcome'), html`<strong>${words.outcome(check.outcome)}</strong>: ${words.statement(check.answer)}`],
  [t('check_seen'), detail],
  [t('check_advice'), advice],
  [t('check_rule'), html`${rule} <small>${words.rule(rules[check.code])}</small>`],
])}
</article>
`;
}

/** What a report's content says of a screenshot: its facts and the SHA-256 of its bytes, or why there is none. */
type ToldScreenshot = (Omit<PageScreenshot, 'image'> & { sha256: string; type: string }) | { none: NoScreenshot };

/** A screenshot as it is shown and told; `url` is null where there is none. */
type ReadScreenshot =
  | { url: string; told: Exclude<ToldScreenshot, { none: NoScreenshot }> }
  | { url: null; told: { none: NoScreenshot } };

async function readScreenshot(screenshot: MaybeScreenshot): Promise<ReadScreenshot> {
  if ('none' in screenshot) return { url: null, told: { none: screenshot.none } };
  const { image, takenAt, widthPx, heightPx, view } = screenshot;
  const read = await readImage(image);
  if (read === null) return { url: null, told: { none: 'failed' } };
  const told = { sha256: await sha256(read.bytes), type: image.type, takenAt, widthPx, heightPx, view };
  return { url: read.url, told };
}

function screenshotFigure({ url, told }: ReadScreenshot, frame: EvidenceFrame, t: Translate): Html {
  if (url === null) return html`<p>${t('report_no_picture', t(noScreenshotTexts[told.none]))}</p>`;
  const { takenAt, widthPx, heightPx, view, sha256 } = told;
  return html`<figure>
<img src="${url}" width="${widthPx}" height="${heightPx}" alt="${t('report_picture')}">
<figcaption>
${facts([
  [t('report_picture_taken'), timeText(t, takenAt, frame)],
  [t('report_picture_shows'), t(viewTexts[view])],
  [t('report_picture_size'), t('report_picture_pixels', widthPx, heightPx)],
  [t('report_picture_digest'), html`<span translate="no">${sha256}</span>`],
])}
</figcaption>
</figure>`;
}

function notChecked(report: SiteReport, t: Translate): string[] {
  const { otherFrames, server } = report;
  const capped = cappedText(t, report);
  return [
    t('report_not_checked_registry'),
    t('report_not_checked_pages'),
    t('report_not_checked_business'),
    ...(server.state === 'seen' ? [] : [t('report_not_checked_server')]),
    ...(capped === null ? [] : [capped]),
    ...(otherFrames > 0 ? [t('other_frames', otherFrames)] : []),
  ];
}

type Value = Html | string | number | null;

function facts(rows: readonly (readonly [name: string, value: Value])[]): Html {
  const shown = rows.filter(([, value]) => value !== null);
  return html`<table>
${shown.map(([name, value]) => html`<tr><th scope="row">${name}</th><td>${value}</td></tr>\n`)}</table>`;
}

function pageText(t: Translate, text: string): Html {
  const shown = visible(text);
  const cut = shown.length > maxChars ? `${shown.slice(0, maxChars)}${t('report_cut', shown.length)}` : shown;
  return html`<bdi lang="zh-CN" translate="no">${cut}</bdi>`;
}

/** Names invisible characters and code units that are no characters. */
function visible(text: string): string {
  return text
    .replace(/[\n\r\t]+/g, ' ')
    .replace(
      /[\p{C}\p{Zl}\p{Zp}]/gu,
      (character) => `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`,
    );
}

/** A time in UTC and in the reader's zone: `2026-11-22 08:30:00 (UTC) · 2026-11-22 16:30:00 UTC+08:00 (Asia/Shanghai)`. */
function timeText(t: Translate, time: string, { zone, offsetMinutes }: EvidenceFrame): string {
  const moment = new Date(time);
  const offset = offsetMinutes(moment);
  const size = Math.abs(offset);
  const pad = (value: number): string => String(value).padStart(2, '0');
  const local = `${clock(new Date(moment.getTime() + offset * 60_000))} UTC${offset < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)} (${zone})`;
  return t('report_time', clock(moment), local);
}

function clock(moment: Date): string {
  return moment.toISOString().slice(0, 19).replace('T', ' ');
}

async function base64Sha256(text: string): Promise<string> {
  return base64(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))));
}
