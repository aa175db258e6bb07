import { describe, expect, test } from 'vitest';
import { explainFailure } from './explain-failure.ts';

describe('explainFailure', () => {
  test.each([
    [
      'page.goto: net::ERR_NAME_NOT_RESOLVED at https://a.invalid/\nCall log:',
      'no such host (DNS): ERR_NAME_NOT_RESOLVED',
    ],
    ['page.goto: net::ERR_CONNECTION_REFUSED at http://127.0.0.1:1/', 'connection refused: ERR_CONNECTION_REFUSED'],
    [
      'page.goto: net::ERR_CERT_DATE_INVALID at https://a.cn/',
      'the certificate is not trusted (TLS): ERR_CERT_DATE_INVALID',
    ],
    ['page.goto: net::ERR_SOMETHING_NEW at https://a.cn/', 'ERR_SOMETHING_NEW'],
    ['page.goto: Download is starting', 'a download, not a page'],
    ['page.goto: Page crashed', 'the page crashed'],
    ['two\n  lines', 'two lines'],
  ])('%s is explained', (message, explained) => {
    expect(explainFailure(new Error(message))).toBe(explained);
  });

  test('takes what is not an Error', () => {
    expect(explainFailure('refused')).toBe('refused');
  });
});
