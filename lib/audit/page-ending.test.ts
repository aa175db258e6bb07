import { describe, expect, test } from 'vitest';
import type { Ending } from './entry.ts';
import {
  answerOf,
  causeOf,
  failureOf,
  isGivenUp,
  isSameSite,
  type NetworkAnswer,
  networkBarrierOf,
  type PageLook,
  shownBarrierOf,
} from './page-ending.ts';

const http = (status: number): Ending => ({ state: 'unreachable', cause: 'http', status });
const wall = (kind: 'login' | 'error-page' | 'challenge'): Ending => ({ state: 'wall', wall: kind });
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
])('%s is %s', (error, cause) => {
  expect(causeOf(error)).toBe(cause);
});

test.each([
  ['net::ERR_ABORTED', true],
  ['NS_BINDING_ABORTED', true],
  ['net::ERR_CONNECTION_ABORTED', false],
])('%s means that the browser gave a request up: %j', (error, expected) => {
  expect(isGivenUp(error)).toBe(expected);
});

test.each<[NetworkAnswer | null, number, NetworkAnswer | null]>([
  [null, 0, null],
  [null, 404, answered(404)],
  [answered(503), 0, answered(503)],
  [answered(503), 200, answered(200)],
  [answered(403, true), 403, answered(403, true)],
  [{ cause: 'network' }, 200, answered(200)],
])('of a page for which the network said %j, and which came with %i', (network, status, expected) => {
  expect(answerOf(network, status)).toEqual(expected);
});

describe('nothing was read', () => {
  test.each<[NetworkAnswer | null, boolean, Ending, string]>([
    [
      { cause: 'dns' },
      true,
      { state: 'unreachable', cause: 'dns', status: null },
      'the browser shows its own error page',
    ],
    [answered(503), true, http(503), 'a status'],
    [answered(200), true, { state: 'blocked' }, 'an answer that no script may enter'],
    [answered(200), false, { state: 'unreachable', cause: 'timeout', status: null }, 'it never ended'],
    [answered(204), false, http(204), 'an answer without a page, at which browsers stay where they are'],
    [null, false, { state: 'unreachable', cause: 'timeout', status: null }, 'no answer in time'],
    [null, true, { state: 'unreachable', cause: 'network', status: null }, 'nothing is known'],
  ])('%j, loaded %j', (network, loaded, expected, _why) => {
    expect(failureOf(network, loaded)).toEqual(expected);
  });
});

describe('what stands in front of a page', () => {
  test.each<[NetworkAnswer | null, Ending | null]>([
    [answered(403, true), wall('challenge')],
    [answered(200, true), wall('challenge')],
    [answered(401), wall('login')],
    [answered(407), wall('login')],
    [answered(404), http(404)],
    [answered(200), null],
    [null, null],
    [{ cause: 'dns' }, null],
  ])('by the network: %j', (network, expected) => {
    expect(networkBarrierOf(network)).toEqual(expected);
  });

  test.each<[PageLook, Ending | null]>([
    [{ title: '用户登录', login: true }, wall('login')],
    [{ title: '404 Not Found', login: false }, wall('error-page')],
    [{ title: '该站点已关闭', login: false }, wall('error-page')],
    [{ title: '4040 型轴承 - 某某公司', login: false }, null],
    [{ title: '某某公司', login: false }, null],
  ])('by its look: %j', (look, expected) => {
    expect(shownBarrierOf(look)).toEqual(expected);
  });
});

test.each([
  ['https://a.com.cn/', 'https://www.a.com.cn/index.html', true],
  ['http://a.cn/', 'https://m.a.cn:8443/', true],
  ['https://a.com.cn/', 'https://b.com.cn/', false],
  ['https://a.github.io/', 'https://b.github.io/', false],
  ['http://127.0.0.1:1/', 'http://127.0.0.1:2/', true],
  ['http://127.0.0.1/', 'http://127.0.0.2/', false],
  ['http://localhost/', 'http://localhost/a', true],
])('%s and %s are one site: %j', (asked, reached, expected) => {
  expect(isSameSite(asked, reached)).toBe(expected);
});
