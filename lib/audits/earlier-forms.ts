/**
 * Reads what earlier versions stored and exported: each function takes a value in an earlier form and gives it in today's. A
 * value that is in today's form, or in none, comes out as it is. Nothing is checked here.
 *
 * | value                     | earlier form                                         | today's form                                   |
 * | ------------------------- | ---------------------------------------------------- | ---------------------------------------------- |
 * | an audit's options        | `lanes`, `pictures`                                  | `concurrency`, `screenshots`                   |
 * | the outcome of an entry   | `{ state: 'wall', wall }`                            | `{ state: 'barrier', barrier }`                |
 * | a check of a report       | `check`                                              | `code`                                         |
 * | stands in                 | store versions 1 and 2, document version 1, a run's  | store version 3, document version 2, a run's   |
 * |                           | results up to that document version                  | results since                                  |
 */

const optionNames = new Map([
  ['lanes', 'concurrency'],
  ['pictures', 'screenshots'],
]);
const outcomeNames = new Map([['wall', 'barrier']]);
const checkNames = new Map([['check', 'code']]);

/** A `BulkAudit`. */
export function upgradeAudit(audit: unknown): unknown {
  return withMember(audit, 'options', (options) => renamed(options, optionNames));
}

/** An `Entry`, or whatever else holds an outcome as its `ending`. */
export function upgradeEntry(entry: unknown): unknown {
  return withMember(entry, 'ending', upgradeOutcome);
}

/** A `PageOutcome`. */
function upgradeOutcome(outcome: unknown): unknown {
  if (!isRecord(outcome) || outcome['state'] !== 'wall') return outcome;
  return renamed({ ...outcome, state: 'barrier' }, outcomeNames);
}

/** A `SiteReport`. */
export function upgradeReport(report: unknown): unknown {
  return withMember(report, 'checks', (checks) => mapped(checks, (check) => renamed(check, checkNames)));
}

/** A `Visit`, or whatever else holds a report as its `report`. */
export function upgradeReportIn(holder: unknown): unknown {
  return withMember(holder, 'report', upgradeReport);
}

type Values = Record<string, unknown>;

function isRecord(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value with one member changed; the value itself where the member stays as it is or there is none. */
function withMember(value: unknown, name: string, change: (member: unknown) => unknown): unknown {
  if (!isRecord(value) || !Object.hasOwn(value, name)) return value;
  const changed = change(value[name]);
  return changed === value[name] ? value : { ...value, [name]: changed };
}

/** A list with each item changed; the list itself where all stay as they are, and whatever is no list. */
function mapped(list: unknown, change: (item: unknown) => unknown): unknown {
  if (!Array.isArray(list)) return list;
  const changed = list.map(change);
  return changed.some((item, index) => item !== list[index]) ? changed : list;
}

/** A value with members under new names, in their order. One whose new name is taken keeps its own. */
function renamed(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (!isRecord(value) || !Object.keys(value).some((key) => names.has(key))) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => {
      const name = names.get(key);
      return [name === undefined || Object.hasOwn(value, name) ? key : name, member];
    }),
  );
}
