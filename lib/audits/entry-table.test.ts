import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Entry, type EntryNumber, newEntry } from './entry.ts';
import { createEntryTable, type SortColumn, sortColumns } from './entry-table.ts';
import { type EntryFilter, noFilter } from './filter-entries.ts';

const filing: EntryNumber = {
  kind: 'icp-filing',
  number: '京ICP备2021018374号-1',
  province: '11',
  status: 'valid',
  role: 'claim',
  hidden: false,
  subject: '京ICP备2021018374号',
};
const police: EntryNumber = {
  ...filing,
  kind: 'psb-filing',
  number: '粤公网安备4403050200941号',
  province: '44',
  status: 'malformed',
  subject: null,
};
const permit: EntryNumber = {
  ...filing,
  kind: 'permit:网络文化经营许可证',
  number: '京网文〔2022〕2871-094号',
  subject: null,
};

const entry = (place: number, address: string, change: Partial<Entry> = {}): Entry => ({
  ...newEntry('audit', place, address, `https://${address}/`),
  ...change,
});
const read = { ending: { state: 'numbers' }, readAt: '2026-11-22T08:30:00.000Z' } as const;
const entries: Entry[] = [
  entry(0, 'b.cn', {
    ...read,
    numbers: [filing, police],
    worst: 'fail',
    answers: ['form-wrong', 'police-link-none'],
    finalUrl: 'https://www.b.cn/home',
    changes: 12,
  }),
  entry(1, 'www.a.cn', { ...read, numbers: [permit], worst: 'pass', readAt: '2026-11-22T08:29:00.000Z', changes: 0 }),
  entry(2, 'c.cn', { ...read, ending: { state: 'none' }, numbers: [{ ...filing, role: 'mention' }], worst: 'warn' }),
  entry(3, '例子.中国', {}),
  entry(4, 'd.cn', {
    ...read,
    numbers: [{ ...filing, number: '京ICP备2021018374号-2' }],
    worst: 'pass',
    tries: 2,
    changes: 2,
  }),
];
const table = createEntryTable(entries);
const byPlace = { column: 'place', descending: false } as const;
const places = (found: readonly Entry[]): number[] => found.map(({ place }) => place);

describe('the filter of a table', () => {
  test.each<[string, Partial<EntryFilter>, number[]]>([
    ['an empty filter lets all entries through', {}, [0, 1, 2, 3, 4]],
    ['a kind finds own numbers and no mentions', { kinds: ['icp-filing'] }, [0, 4]],
    ['two kinds are alternatives', { kinds: ['icp-filing', 'permit'] }, [0, 1, 4]],
    ['one permit finds its sites', { kinds: ['permit:网络文化经营许可证'] }, [1]],
    ['a province finds its sites', { provinces: ['44'] }, [0]],
    ['a status finds its sites', { statuses: ['malformed'] }, [0]],
    ['kind and province must be those of one number', { kinds: ['icp-filing'], provinces: ['44'] }, []],
    ['kind and status must be those of one number', { kinds: ['psb-filing'], statuses: ['malformed'] }, [0]],
    ['outcomes find the sites with that worst outcome', { outcomes: ['warn', 'fail'] }, [0, 2]],
    ['an answer finds its sites', { answers: ['police-link-none'] }, [0]],
    ['an outcome of the reading finds its entries', { endings: ['none'] }, [2]],
    ['waiting finds the entries that are not read', { endings: ['waiting', 'none'] }, [2, 3]],
    ['text is found in the address', { text: 'A.cn' }, [1]],
    ['text is found in the final address', { text: 'home' }, [0]],
    ['text is found in the address as the user wrote it', { text: '例子' }, [3]],
    ['a number is found, mentions too', { text: '2021018374' }, [0, 2, 4]],
    ['a number in full-width letters is found', { text: 'ＩＣＰ备2021018374号－2' }, [4]],
    ['several words must all be found', { text: '  b.cn  公网安备 ' }, [0]],
    ['changed finds the sites that changed', { changes: ['changed'] }, [0, 4]],
    ['same finds the sites that did not change', { changes: ['same'] }, [1]],
    ['unknown finds the sites without a previous report', { changes: ['unknown', 'same'] }, [1, 2, 3]],
    ['several filters must all fit', { outcomes: ['pass'], kinds: ['icp-filing'] }, [4]],
    ['text that stands nowhere finds no entry', { text: 'no such thing' }, []],
  ])('%s', (_what, filter, expected) => {
    expect(places(table.select({ ...noFilter, ...filter }, byPlace))).toEqual(expected);
  });
});

describe('the order of a table', () => {
  test.each<[SortColumn, number[], number[]]>([
    ['place', [0, 1, 2, 3, 4], [4, 3, 2, 1, 0]],
    ['address', [1, 0, 2, 4, 3], [3, 4, 2, 0, 1]],
    ['ending', [0, 1, 4, 2, 3], [2, 0, 1, 4, 3]],
    ['numbers', [2, 1, 4, 0, 3], [0, 1, 4, 2, 3]],
    ['number', [0, 4, 1, 2, 3], [1, 4, 0, 2, 3]],
    ['holder', [0, 4, 1, 2, 3], [0, 4, 1, 2, 3]],
    ['kind', [0, 4, 1, 2, 3], [1, 0, 4, 2, 3]],
    ['province', [0, 1, 4, 2, 3], [0, 1, 4, 2, 3]],
    ['status', [0, 1, 4, 2, 3], [1, 4, 0, 2, 3]],
    ['worst', [0, 2, 1, 4, 3], [1, 4, 2, 0, 3]],
    ['changes', [1, 4, 0, 2, 3], [0, 4, 1, 2, 3]],
    ['readAt', [1, 0, 2, 4, 3], [0, 2, 4, 1, 3]],
    ['finalUrl', [0, 1, 2, 3, 4], [0, 1, 2, 3, 4]],
    ['tries', [0, 1, 2, 3, 4], [4, 0, 1, 2, 3]],
  ])('by %s has equal entries in the order of their indexes and empty ones last', (column, ascending, descending) => {
    expect(places(table.select(noFilter, { column, descending: false }))).toEqual(ascending);
    expect(places(table.select(noFilter, { column, descending: true }))).toEqual(descending);
  });
});

const states = fc.record({
  place: fc.nat(20),
  address: fc.constantFrom('a.cn', 'b.cn', '例子.中国'),
  numbers: fc.subarray([filing, police, permit]),
  worst: fc.constantFrom(null, 'pass' as const, 'fail' as const),
  readAt: fc.constantFrom(null, '2026-11-22T08:30:00.000Z', '2026-11-22T08:31:00.000Z'),
});

test('a table whose entries change gives the same as a new table', () => {
  fc.assert(
    fc.property(
      fc.array(states),
      fc.array(states),
      fc.constantFrom(...sortColumns),
      fc.boolean(),
      (first, then, column, descending) => {
        const made = first.map(({ place, address, ...change }) => entry(place, address, change));
        const changed = then.map(({ place, address, ...change }) =>
          entry(place, address, { ...change, ending: { state: 'numbers' } }),
        );
        const living = createEntryTable(made);
        const sort = { column, descending };
        living.select(noFilter, sort);
        for (const each of changed) living.put(each);
        const latest = new Map([...made, ...changed].map((each) => [each.place, each]));
        const anew = createEntryTable(latest.values());
        expect(living.select(noFilter, sort)).toEqual(anew.select(noFilter, sort));
        expect(living.select(noFilter, sort).length).toBe(latest.size);
      },
    ),
  );
});

test('earlier questions and preparation do not change the answer of a table', () => {
  const filters = fc.record({
    text: fc.constantFrom('', 'a', 'a.c', 'b', 'a 京', '例子'),
    outcomes: fc.constantFrom(noFilter.outcomes, ['pass' as const]),
  });
  const steps = fc.oneof(
    fc.record({ put: states }),
    fc.record({ filter: filters, column: fc.constantFrom(...sortColumns), descending: fc.boolean() }),
    fc.constant('prepare' as const),
  );
  fc.assert(
    fc.property(fc.array(states), fc.array(steps), (first, steps) => {
      const latest = new Map<number, Entry>();
      const made = (state: (typeof first)[number]): Entry => {
        const { place, address, ...change } = state;
        const each = entry(place, address, change);
        latest.set(place, each);
        return each;
      };
      const living = createEntryTable(first.map(made));
      let preparing = living.prepare(sortColumns);
      for (const step of steps) {
        if (step === 'prepare') {
          if (preparing.next().done === true) preparing = living.prepare(sortColumns);
        } else if ('put' in step) living.put(made(step.put));
        else {
          const filter = { ...noFilter, ...step.filter };
          const anew = createEntryTable(latest.values());
          expect(living.select(filter, step)).toEqual(anew.select(filter, step));
        }
      }
    }),
  );
});
