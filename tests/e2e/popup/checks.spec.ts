/**
 * Every answer of every check, each caused by a page in the real browser. The answers about the server's location are in
 * `hosting.spec.ts`, because they need servers at several addresses.
 */
import type { Page } from '@playwright/test';
import { type AnswerCode, answers, type Check } from '../../../lib/checks/catalogue.ts';
import type { ExtensionBrowser } from '../../support/extension-browser.ts';
import { expect, filing, licence, otherFiling, pageOf, police, tallText, test } from '../../support/scan-fixtures.ts';

type HostingAnswer = {
  [Code in AnswerCode]: (typeof answers)[Code]['check'] extends 'hosting' ? Code : never;
}[AnswerCode];

/** A page that gets an answer. `path`: if it is not the home page. */
type Case = { body: string; path?: string };

const filingSystem = 'https://beian.miit.gov.cn/';
const portal = 'https://beian.mps.gov.cn/#/query/webSearch?code=11010802046193';

/** A footer with these lines, centred at the end of the page. */
const footer = (...lines: string[]): string =>
  `${tallText}<footer style="text-align:center">${lines.map((line) => `<p>${line}</p>`).join('')}</footer>`;
const link = (text: string, href: string, style = ''): string => `<a href="${href}" style="${style}">${text}</a>`;
const filingTo = (href: string): Case => ({ body: footer(link(filing, href)) });
const licenceTo = (href: string): Case => ({ body: footer(link(licence, href)) });
const policeTo = (href: string): Case => ({ body: footer(link(police, href)) });
const good = link(filing, filingSystem);

const cases: Record<Exclude<AnswerCode, HostingAnswer>, Case> = {
  'form-right': { body: footer(good) },
  'form-doubtful': { body: footer('川ICP备20031874号-1') },
  'form-wrong': { body: footer('京公网安备1101080204619号') },
  'form-placeholder': { body: footer('京ICP备12345678号') },
  'form-unofficial': { body: footer('萌ICP备20240613号') },
  copied: { body: footer('京ICP证030173号') },

  'home-page': { body: footer(good), path: '/index.html' },
  'home-page-unknown': { body: footer(good), path: '/about/contact' },
  visible: { body: footer(good) },
  'hidden-only': { body: footer(`<span style="display:none">${filing}</span>`) },
  'position-bottom': { body: footer(good) },
  'position-bottom-aside': { body: `${tallText}<footer>${good}</footer>` },
  'position-elsewhere': { body: `<p>${good}</p>${tallText}` },
  readable: { body: footer(good) },
  'text-small': { body: footer(link(filing, filingSystem, 'font-size:8px')) },
  'contrast-low': { body: footer(link(filing, filingSystem, 'color:#bbb')) },
  'contrast-unknown': {
    body: footer(`<span style="background:linear-gradient(#fff,#eee)">${link(filing, filingSystem)}</span>`),
  },

  'filing-link-right': filingTo(filingSystem),
  'filing-link-beside': { body: footer(`${filing} ${link('工信部备案管理系统', filingSystem)}`) },
  'filing-link-none': { body: footer(filing) },
  'filing-link-dead': filingTo('javascript:void(0)'),
  'filing-link-no-scheme': filingTo('beian.miit.gov.cn'),
  'filing-link-outdated': filingTo('http://www.miitbeian.gov.cn/'),
  'filing-link-insecure': filingTo('http://beian.miit.gov.cn/'),
  'filing-link-ministry': filingTo('https://www.miit.gov.cn/'),
  'filing-link-mark': filingTo('/cert/bazs.cert'),
  'filing-link-wrong': filingTo('http://www.beian.gov.cn/portal/registerSystemInfo'),
  'filing-link-look-alike': filingTo('https://beian.miit.gov.cn.example/'),
  'filing-link-redirect': filingTo('https://link.example/?to=https://beian.miit.gov.cn/'),
  'filing-link-unrelated': filingTo('https://shop.example/'),

  'licence-link-right': licenceTo('https://dxzhgl.miit.gov.cn/'),
  'licence-link-own': licenceTo('/licence.jpg'),
  'licence-link-none': { body: footer(licence) },
  'licence-link-no-scheme': licenceTo('dxzhgl.miit.gov.cn'),
  'licence-link-outdated': licenceTo('http://tsm.miit.gov.cn/'),
  'licence-link-wrong': licenceTo(portal),
  'licence-link-look-alike': licenceTo('https://dxzhgl.miit.gov.cn.example/'),

  'police-link-right': policeTo(portal),
  'police-link-none': { body: footer(police) },
  'police-link-dead': policeTo('#'),
  'police-link-no-scheme': policeTo('www.beian.gov.cn/portal/registerSystemInfo?recordcode=11010802046193'),
  'police-link-outdated': policeTo('http://www.beian.gov.cn/portal/registerSystemInfo?recordcode=11010802046193'),
  'police-link-insecure': policeTo('http://beian.mps.gov.cn/#/query/webSearch?code=11010802046193'),
  'police-link-code-missing': policeTo('https://beian.mps.gov.cn/'),
  'police-link-code-malformed': policeTo('https://beian.mps.gov.cn/#/query/webSearch?code=11010802046193号'),
  'police-link-code-differs': policeTo('https://beian.mps.gov.cn/#/query/webSearch?code=11010802020134'),
  'police-link-wrong': policeTo(filingSystem),
  'police-link-look-alike': policeTo('https://beian.mps.gov.cn.example/'),
  'police-link-redirect': policeTo(`https://link.example/?to=${portal}`),
  'police-link-unrelated': policeTo('https://shop.example/'),

  'one-holder': { body: footer(good, '京ICP备2021018374号-2A') },
  'several-holders': { body: footer(good, link(otherFiling, filingSystem)) },
  'provinces-agree': { body: footer(good, police) },
  'provinces-differ': { body: footer(link(otherFiling, filingSystem), police) },
  'service-number': { body: footer(good) },
  'subject-number': { body: footer('京ICP备2021018374号') },
  'app-beside-site': { body: footer(good, '京ICP备2021018374号-2A') },
  'app-only': { body: footer('京ICP备2021018374号-2A') },

  'police-shown': { body: footer(good, police) },
  'police-none': { body: footer(good) },
  'commercial-both': { body: footer(good, licence) },
  'commercial-licence': { body: footer(licence) },
  'commercial-filing': { body: footer(good) },
  'fields-shown': { body: footer(good, '京网文〔2022〕2871-094号') },
  'fields-none': { body: footer(good) },
};

/** The answers about rules that apply to the home page only. */
const softened: AnswerCode[] = ['hidden-only', 'filing-link-none'];

/** The answers of a tab's report with their outcomes. Empty while there is no report with the site's numbers. */
async function answersOf(
  extensionBrowser: ExtensionBrowser,
  page: Page,
): Promise<Partial<Record<AnswerCode, Check['outcome']>>> {
  const report = await extensionBrowser.report(page);
  const checks = report?.state === 'done' ? report.checks : [];
  return Object.fromEntries(checks.map(({ answer, outcome }) => [answer, outcome]));
}

/** The host of a site with a copied number. It must not be local: a local host does not count as another site. No request reaches it. */
const host = 'copies.example';

for (const [answer, { body, path = '/' }] of Object.entries(cases)) {
  test(`the check of a page gives ${answer}`, async ({ extensionBrowser, page, serve }) => {
    const server = await serve({ [path]: pageOf(body) });
    const address = new URL(path, server.url);
    if (answer === 'copied') {
      address.hostname = host;
      await page.route(address.href, (route) => route.fulfill({ contentType: 'text/html', body: pageOf(body) }));
    }
    await page.goto(address.href);
    const { outcome } = Object.entries(answers).find(([code]) => code === answer)?.[1] ?? {};
    await expect
      .poll(async () => Object.entries(await answersOf(extensionBrowser, page)))
      .toContainEqual([answer, outcome]);
  });
}

for (const answer of softened) {
  test(`${answer} is only a warning on a page that may not be the home page`, async ({
    extensionBrowser,
    page,
    serve,
  }) => {
    const path = '/news/1';
    const server = await serve({ [path]: pageOf(cases[answer as keyof typeof cases].body) });
    await page.goto(new URL(path, server.url).href);
    await expect
      .poll(async () => Object.entries(await answersOf(extensionBrowser, page)))
      .toContainEqual([answer, 'warn']);
  });
}
