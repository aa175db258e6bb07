import { expect, test } from 'vitest';
import { hrefOf, type Route, readRoute } from './route.ts';

test.each<Route>([
  { section: 'audits', audit: null },
  { section: 'audits', audit: 'new' },
  { section: 'audits', audit: '6f0e' },
  { section: 'check' },
  { section: 'history', site: null },
  { section: 'history', site: '127.0.0.1:8080/a b%#' },
  { section: 'settings' },
])('%j is read as it was written', (route) => {
  expect(readRoute(hrefOf(route))).toEqual(route);
});

test.each([
  '',
  '#',
  '#nothing',
  '#audits',
  '#audits/%',
  '#constructor/x',
])('the fragment %j is the route to the audits', (hash) => {
  expect(readRoute(hash)).toEqual({ section: 'audits', audit: null });
});
