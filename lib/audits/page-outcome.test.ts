import { expect, test } from 'vitest';
import { block, pageOf } from '../checks/fixtures.ts';
import { reportOn } from '../checks/site-report.ts';
import type { PageOutcome } from './entry.ts';
import {
  causeOf,
  isAborted,
  isRetryable,
  isSameSite,
  type NetworkAnswer,
  type PageEvidence,
  type PageLook,
  pageOutcome,
} from './page-outcome.ts';

const http = (status: number): PageOutcome => ({ state: 'unreachable', cause: 'http', status });
const barrier = (kind: 'login' | 'error-page' | 'challenge'): PageOutcome => ({ state: 'barrier', barrier: kind });
const answered = (status: number, challenge = false): NetworkAnswer => ({ status, challenge });

test.each([
  ['net::ERR_NAME_NOT_RESOLVED', 'dns'],
  ['NS_ERROR_UNKNOWN_HOST', 'dns'],
  ['net::ERR_CERT_DATE_INVALID', 'tls'],
  ['SEC_ERROR_UNKNOWN_ISSUER', 'tls'],
  ['net::ERR_SSL_PROTOCOL_ERROR', 'tls'],
  ['net::ERR_CONNECTION_TIMED_OUT', 'timeout'],
  ['NS_ERROR_NET_TIMEOUT', 'timeout'],
  ['net::ERR_CONNECTION_REFUSED', 'refused'],
  ['NS_ERROR_CONNECTION_REFUSED', 'refused'],
  ['net::ERR_CONNECTION_RESET', 'network'],
  ['net::ERR_EMPTY_RESPONSE', 'network'],
  ['NS_ERROR_NET_RESET', 'network'],
  ['The certificate is not trusted because it is self-signed.', 'tls'],
  ['对等端的证书颁发者不被承认。', 'tls'],
  ['', 'network'],
])('the cause of the error %s is %s', (error, cause) => {
  expect(causeOf(error)).toBe(cause);
});

test.each([
  ['net::ERR_ABORTED', true],
  ['NS_BINDING_ABORTED', true],
  ['net::ERR_CONNECTION_ABORTED', false],
])('the error %s means that the browser aborted the request: %j', (error, expected) => {
  expect(isAborted(error)).toBe(expected);
});

const asked = 'https://www.example.cn/';
const number = '京ICP备10046444号-1';
const quiet: PageLook = { title: '某某公司', login: false };
const noAnswer: PageOutcome = { state: 'unreachable', cause: 'timeout', status: null };

/** A page of the asked site that shows these texts in its footer. */
function shown(texts: readonly string[], change: { look?: PageLook; status?: number; url?: string } = {}) {
  const { look = quiet, status = 0, url = asked } = change;
  const { findings } = pageOf(texts.map((text) => block(text)));
  const page = { url, findings: [...findings], capped: false, otherFrames: 0, server: { state: 'not-asked' } as const };
  return { report: reportOn(page), look, status };
}
/** A page without numbers. */
const bare = (change: Parameters<typeof shown>[1] = {}) => shown([], change);

test.each<[string, Partial<PageEvidence>, PageOutcome]>([
  // Nothing was read.
  ['a browser that found no such name', { network: { cause: 'dns' } }, { ...noAnswer, cause: 'dns' }],
  [
    'an error of the network with the user keeping extensions out',
    { network: { cause: 'tls' }, isWithheld: true },
    { ...noAnswer, cause: 'tls' },
  ],
  [
    'an error of the network in a tab that closed',
    { network: { cause: 'refused' }, load: 'closed' },
    { ...noAnswer, cause: 'refused' },
  ],
  ['status 503 and no page to read', { network: answered(503) }, http(503)],
  ['status 200 and an answer that no script may enter', { network: answered(200) }, { state: 'blocked' }],
  ['status 200 and a page that never ended', { network: answered(200), load: 'late' }, noAnswer],
  ['status 204, at which browsers stay where they are', { network: answered(204), load: 'late' }, http(204)],
  ['status 205, at which browsers stay where they are', { network: answered(205), load: 'late' }, http(205)],
  ['no answer in time', { load: 'late' }, noAnswer],
  ['a page that still loaded when the limit came, after it had shown a number', { load: 'shown' }, noAnswer],
  ['nothing known of the network', {}, { ...noAnswer, cause: 'network' }],
  ['a tab that closed, as for a download', { load: 'closed' }, { state: 'blocked' }],
  ['a tab that closed after status 200', { load: 'closed', network: answered(200) }, { state: 'blocked' }],
  ['a site that the user keeps extensions out of', { isWithheld: true }, { state: 'not-allowed' }],
  ['a site kept out of that answered 404', { isWithheld: true, network: answered(404) }, { state: 'not-allowed' }],
  ['a site kept out of that did not load in time', { isWithheld: true, load: 'late' }, noAnswer],

  // The page shows the site's own number: nothing else counts.
  ['a number on a page of status 200', { page: shown([number], { status: 200 }) }, { state: 'numbers' }],
  ['a number on a page of status 404', { page: shown([number], { status: 404 }) }, { state: 'numbers' }],
  [
    'a number on a page of status 404, told by the network',
    { page: shown([number]), network: answered(404) },
    { state: 'numbers' },
  ],
  [
    'a number beside a form to log in',
    { page: shown([number], { look: { title: '登录', login: true } }) },
    { state: 'numbers' },
  ],
  [
    'a number under a title of an error',
    { page: shown([number], { look: { title: '404 Not Found', login: false } }) },
    { state: 'numbers' },
  ],
  ['a number on a page that had not loaded in time', { page: shown([number]), load: 'late' }, { state: 'numbers' }],
  [
    'a number on another site',
    { page: shown([number], { url: 'https://other.com/' }) },
    { state: 'redirected', to: 'https://other.com/' },
  ],
  [
    'a number on another host of the site',
    { page: shown([number], { url: 'https://m.example.cn/' }) },
    { state: 'numbers' },
  ],

  // The page shows none.
  ['a page without numbers', { page: bare() }, { state: 'none' }],
  ['a page without numbers, status 200', { page: bare({ status: 200 }), network: answered(200) }, { state: 'none' }],
  [
    'another site without numbers, status 404',
    { page: bare({ url: 'https://other.com/', status: 404 }) },
    { state: 'redirected', to: 'https://other.com/' },
  ],
  ['status 404, told by the page alone', { page: bare({ status: 404 }) }, http(404)],
  ['status 404, told by the network alone', { page: bare(), network: answered(404) }, http(404)],
  [
    'status 503 of the network before a page of status 200',
    { page: bare({ status: 200 }), network: answered(503) },
    { state: 'none' },
  ],
  [
    'an error of the network before a page of status 200',
    { page: bare({ status: 200 }), network: { cause: 'network' } },
    { state: 'none' },
  ],
  [
    'an error of the network before a page of no known status',
    { page: bare(), network: { cause: 'dns' } },
    { state: 'none' },
  ],
  ['a challenge with status 403', { page: bare({ status: 403 }), network: answered(403, true) }, barrier('challenge')],
  ['a challenge with status 200', { page: bare(), network: answered(200, true) }, barrier('challenge')],
  ['status 401', { page: bare({ status: 401 }) }, barrier('login')],
  ['status 407', { page: bare({ status: 407 }) }, barrier('login')],
  ['a form to log in', { page: bare({ look: { title: '用户登录', login: true } }) }, barrier('login')],
  [
    'a form to log in with status 404',
    { page: bare({ look: { title: '用户登录', login: true }, status: 404 }) },
    http(404),
  ],
  ['a title that says 404', { page: bare({ look: { title: '404 Not Found', login: false } }) }, barrier('error-page')],
  [
    'a title that says that the site is closed',
    { page: bare({ look: { title: '该站点已关闭', login: false } }) },
    barrier('error-page'),
  ],
  [
    'a title that begins with a number of a part',
    { page: bare({ look: { title: '4040 型轴承 - 某某公司', login: false } }) },
    { state: 'none' },
  ],
])('the outcome of %s', (_evidence, known, expected) => {
  const unknown: PageEvidence = { asked, load: 'loaded', network: null, isWithheld: false, page: null };
  expect(pageOutcome({ ...unknown, ...known })).toEqual(expected);
});

test.each<[PageOutcome, boolean]>([
  [http(503), true],
  [http(404), true],
  [noAnswer, true],
  [{ state: 'numbers' }, false],
  [{ state: 'none' }, false],
  [{ state: 'blocked' }, false],
  [{ state: 'not-allowed' }, false],
  [{ state: 'redirected', to: asked }, false],
  [barrier('challenge'), false],
  [{ state: 'skipped' }, false],
])('another try may change the outcome %j: %j', (outcome, expected) => {
  expect(isRetryable(outcome)).toBe(expected);
});

test.each([
  ['https://a.com.cn/', 'https://www.a.com.cn/index.html', true],
  ['http://a.cn/', 'https://m.a.cn:8443/', true],
  ['https://a.com.cn/', 'https://b.com.cn/', false],
  ['https://a.github.io/', 'https://b.github.io/', false],
  ['http://127.0.0.1:1/', 'http://127.0.0.1:2/', true],
  ['http://127.0.0.1/', 'http://127.0.0.2/', false],
  ['http://localhost/', 'http://localhost/a', true],
])('%s and %s are of one site: %j', (asked, reached, expected) => {
  expect(isSameSite(asked, reached)).toBe(expected);
});
