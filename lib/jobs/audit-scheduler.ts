/**
 * Runs audits in an open page of the extension. Of several such pages one is the leader, and only the leader runs audits. The leader
 * holds a lock of the browser. When it is closed or killed, another page gets the lock and continues.
 *
 *   running ──all ended──▶ done        running ⇄ paused (by the user, or because the store is full)
 *   running, paused ──user──▶ cancelled: waiting entries are skipped
 *
 * The store is the single source of truth. Every page may change it, and then informs the others; the leader reads it and acts.
 */
import type { AuditEvent } from '../audits/api/audit-event.ts';
import type { AuditOptions, AuditState, BulkAudit } from '../audits/bulk-audit.ts';
import type { Entry } from '../audits/entry.ts';
import { readAudit, readAudits, retryUnreached, writeAuditState } from '../store/audits.ts';
import { StoreFullError } from '../store/database.ts';
import { type ReadSite, runAudit, skipWaiting } from './audit-runner.ts';

/** What a scheduler depends on. */
type SchedulerTools = {
  readSite: ReadSite;
  closeLeftoverTabs: () => Promise<void>;
  /** Called when the leader stops running an audit: whatever was opened for it can be closed. */
  auditEnded?: () => Promise<void>;
  /** A unique name for a scheduler with a store of its own, in the memory of one page. It shares no events and no lock with others. */
  privateName?: string;
  now: () => Date;
};

/** The scheduler of a page. */
export type AuditScheduler = {
  /** Creates an audit and starts it. `keep` writes it to the store with its entries, and returns their count. */
  start: (
    name: string,
    options: AuditOptions,
    keep: (audit: Omit<BulkAudit, 'size'>) => Promise<number>,
  ) => Promise<BulkAudit>;
  /** Pauses, resumes or cancels an audit. */
  set: (id: string, state: Exclude<AuditState, 'done'>) => Promise<void>;
  /** Resumes a finished audit: its unreached entries wait again. */
  retry: (id: string) => Promise<void>;
  /** Informs all schedulers that an audit or history was deleted. */
  deleted: () => void;
  /** Whether this page is the leader. The event `leader` is sent when it becomes the leader. */
  isLeader: () => boolean;
  /** Whether a full store or an error stopped an audit, and it has not continued since. */
  isStopped: (id: string) => boolean;
  /** Calls back with the events of all schedulers. Returns a function that stops it. */
  subscribe: (listener: (event: AuditEvent) => void) => () => void;
};

const channelName = 'icp-lens-audits';

/** Opens the scheduler of a page, until the signal aborts. It runs audits as soon as no other page does. */
export function openAuditScheduler(
  { readSite, closeLeftoverTabs, auditEnded, privateName, now }: SchedulerTools,
  signal: AbortSignal,
): AuditScheduler {
  const shared = privateName === undefined ? channelName : `${channelName} ${privateName}`;
  const listeners = new Set<(event: AuditEvent) => void>();
  const channel = new BroadcastChannel(shared);
  /** Audits that failed and could not even be stored as paused, because the store is full. They wait until storage is freed. */
  const stuck = new Set<string>();
  /** Cancelled audits without waiting entries. */
  const skipped = new Set<string>();
  /** Audits that a full store or an error stopped in any page, whatever state the store gives them. */
  const stopped = new Set<string>();
  const dispatch = (event: AuditEvent): void => {
    if (event.name === 'space-freed') stuck.clear();
    if (event.name === 'full' || event.name === 'broken') stopped.add(event.audit);
    if (event.name === 'entry' && event.isOpen) stopped.delete(event.entry.audit);
    if (event.name === 'waiting') skipped.delete(event.audit);
    for (const listener of listeners) listener(event);
  };
  const publish = (event: AuditEvent): void => {
    channel.postMessage(event);
    dispatch(event);
  };
  channel.onmessage = ({ data }: MessageEvent<AuditEvent>) => dispatch(data);
  signal.addEventListener('abort', () => channel.close());

  /** Runs one audit until it ends, is paused or cancelled, or fails. */
  const work = async (audit: BulkAudit): Promise<void> => {
    const stop = new AbortController();
    const checkState = async ({ name }: AuditEvent): Promise<void> => {
      if (name === 'audits' && (await readAudit(audit.id))?.state !== 'running') stop.abort();
    };
    listeners.add(checkState);
    try {
      const changed = (entry: Entry, isOpen: boolean): void => publish({ name: 'entry', entry, isOpen });
      await runAudit(audit, { readSite, now, changed }, AbortSignal.any([signal, stop.signal]));
    } catch (error) {
      stuck.add(audit.id);
      await writeAuditState(audit.id, 'paused').then(
        () => stuck.delete(audit.id),
        () => {},
      );
      publish(stopEvent(error, audit.id));
    } finally {
      listeners.delete(checkState);
      await auditEnded?.();
    }
    publish({ name: 'audits' });
  };

  let isLeader = false;
  const workOnAll = async (): Promise<void> => {
    isLeader = true;
    dispatch({ name: 'leader' });
    await closeLeftoverTabs();
    while (!signal.aborted) {
      const change = nextChange(listeners, signal);
      const audits = await readAudits();
      for (const audit of audits.filter(({ id, state }) => state === 'cancelled' && !skipped.has(id))) {
        try {
          await skipWaiting(audit, now);
          skipped.add(audit.id);
          publish({ name: 'skipped', audit: audit.id });
        } catch (error) {
          publish(stopEvent(error, audit.id));
        }
      }
      // The oldest first: audits run in the order in which they were created.
      const next = audits.findLast(({ id, state }) => state === 'running' && !stuck.has(id));
      if (next === undefined) await change;
      else await work(next);
    }
  };
  navigator.locks.request(shared, { signal }, workOnAll).catch((error: unknown) => {
    // An abort means that the page was closed while it waited for the lock.
    if (!signal.aborted) throw error;
  });

  return {
    async start(name, options, keep) {
      const audit = {
        id: crypto.randomUUID(),
        name,
        createdAt: now().toISOString(),
        state: 'running',
        options,
      } as const;
      const size = await keep(audit);
      publish({ name: 'audits' });
      return { ...audit, size };
    },
    async set(id, state) {
      await writeAuditState(id, state);
      stuck.delete(id);
      publish({ name: 'audits' });
    },
    async retry(id) {
      if ((await retryUnreached(id)) === 0) return;
      stuck.delete(id);
      publish({ name: 'waiting', audit: id });
      publish({ name: 'audits' });
    },
    deleted() {
      publish({ name: 'space-freed' });
      publish({ name: 'audits' });
    },
    isLeader: () => isLeader,
    isStopped: (id) => stopped.has(id),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The event for an error that stopped an audit. */
function stopEvent(error: unknown, audit: string): AuditEvent {
  return error instanceof StoreFullError ? { name: 'full', audit } : { name: 'broken', audit, why: String(error) };
}

/** Waits until an audit changes, in this page or in another. */
async function nextChange(listeners: Set<(event: AuditEvent) => void>, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const listener = ({ name }: { name: AuditEvent['name'] | 'end' }): void => {
      if (name !== 'audits' && name !== 'end') return;
      listeners.delete(listener);
      resolve();
    };
    listeners.add(listener);
    signal.addEventListener('abort', () => listener({ name: 'end' }));
  });
}
