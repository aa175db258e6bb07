import { upgradeAudit, upgradeEntry, upgradeReport, upgradeReportIn } from '../audits/earlier-forms.ts';

type StoreKey = string | [audit: string, place: number];

/** The part of an object store that the upgrade uses. The values may be in any earlier form, so their type is unknown. */
type ValueStore = {
  keyPath: unknown;
  getAll(range: IDBKeyRange | null, count: number): Promise<unknown[]>;
  getAllKeys(range: IDBKeyRange | null, count: number): Promise<StoreKey[]>;
  put(value: unknown, key?: StoreKey): Promise<unknown>;
};

const upgrades = [
  ['audits', upgradeAudit],
  ['entries', upgradeEntry],
  ['reports', upgradeReport],
  ['visits', upgradeReportIn],
] as const;

/** How many values the upgrade holds in memory at a time. With large reports, this many take some tens of megabytes at most. */
const upgradePartSize = 200;

/**
 * Brings all values of versions 1 and 2 into the form of version 3, within one transaction. Values that are in that form already
 * are not written again. `storeOf` gives a store of the transaction by its name.
 */
export async function upgradeValues(storeOf: (name: (typeof upgrades)[number][0]) => ValueStore): Promise<void> {
  for (const [name, upgrade] of upgrades) await upgradeStore(storeOf(name), upgrade);
}

async function upgradeStore(store: ValueStore, upgrade: (value: unknown) => unknown): Promise<void> {
  let range: IDBKeyRange | null = null;
  for (;;) {
    const [keys, values]: [StoreKey[], unknown[]] = await Promise.all([
      store.getAllKeys(range, upgradePartSize),
      store.getAll(range, upgradePartSize),
    ]);
    await Promise.all(
      values.map((value, index) => {
        const upgraded = upgrade(value);
        if (upgraded === value) return null;
        return store.keyPath === null ? store.put(upgraded, keys[index]) : store.put(upgraded);
      }),
    );
    const last = keys.at(-1);
    if (last === undefined || keys.length < upgradePartSize) return;
    range = IDBKeyRange.lowerBound(last, true);
  }
}
