import { expect, test } from 'vitest';
import { countEntries } from './chart-entries.ts';
import { type Entry, type EntryNumber, newEntry } from './entry.ts';

const number = (province: EntryNumber['province'], change: Partial<EntryNumber> = {}): EntryNumber => ({
  kind: 'icp-filing',
  number: '京ICP备2021018374号-1',
  province,
  status: 'valid',
  role: 'claim',
  hidden: false,
  subject: null,
  ...change,
});
const entry = (change: Partial<Entry>): Entry => ({ ...newEntry('a', 0, 'a.cn', 'https://a.cn/'), ...change });

test('countEntries counts a site once under each value that it has', () => {
  const found = { state: 'numbers' } as const;
  const {
    endings,
    outcomes,
    notRead: unjudged,
    provinces,
    withoutProvince: nowhere,
  } = countEntries([
    entry({ ending: found, worst: 'pass', numbers: [number('11'), number('11'), number('44')] }),
    entry({ ending: found, worst: 'fail', numbers: [number('11'), number(null)] }),
    entry({ ending: { state: 'none' }, worst: 'pass', numbers: [number('31', { role: 'mention' })] }),
    entry({ ending: { state: 'redirected', to: 'https://b.cn/' }, worst: 'pass', numbers: [number('31')] }),
    entry({}),
  ]);
  expect([...endings]).toEqual([
    ['numbers', 2],
    ['none', 1],
    ['redirected', 1],
    ['waiting', 1],
  ]);
  expect([...outcomes]).toEqual([
    ['pass', 3],
    ['fail', 1],
  ]);
  expect([...provinces]).toEqual([
    ['11', 2],
    ['44', 1],
  ]);
  // With those that the bars leave out, each kind of bar adds up.
  expect([unjudged, nowhere]).toEqual([1, 3]);
});
