/**
 * Where audits are worked on: in a page of the extension, as long as it is open. Of several such pages one works, which a lock
 * of the browser decides; when it is closed or killed, the next gets the lock and goes on.
 *
 *   running ──all ended──▶ done        running ⇄ paused (by the user, or because the store is full)
 *   running, paused ──user──▶ cancelled: what still waits is skipped
 *
 * The store holds the truth. Every page changes it and tells the others; the one that works reads it and acts.
 */
import type { AuditEvent } from '../audits/api/audit-event.ts';
import type { AuditOptions, AuditState, BulkAudit } from '../audits/bulk-audit.ts';
import type { Entry } from '../audits/entry.ts';
import { readAudit, readAudits, retryUnreached, StoreFullError, writeAuditState } from '../store/audit-store.ts';
import { type ReadSite, runAudit, skipWaiting } from './audit-runner.ts';

/** What a desk works with. */
type SchedulerTools = {
  readSite: ReadSite;
  closeLeftoverTabs: () => Promise<void>;
  /** Told when an audit is no longer worked on: what was opened for it can be closed. */
  auditEnded?: () => Promise<void>;
  /** A name for desks with a store of their own, as in the memory of one page: they neither hear others nor wait for them. */
  privateName?: string;
  now: () => Date;
};

/** A page's desk. */
export type AuditScheduler = {
  /** Makes an audit and has it begin. `keep` puts it into the store with its entries, and gives how many they are. */
  start: (
    name: string,
    options: AuditOptions,
    keep: (audit: Omit<BulkAudit, 'size'>) => Promise<number>,
  ) => Promise<BulkAudit>;
  /** Has an audit pause, go on, or end. */
  set: (id: string, state: Exclude<AuditState, 'done'>) => Promise<void>;
  /** Has the entries of an audit that is over wait again that were not reached, and the audit run on. */
  retry: (id: string) => Promise<void>;
  /** Tells the desks that an audit or history was deleted. */
  deleted: () => void;
  /** Whether this page is the one that works; the event `leader` tells when it becomes so. */
  isLeader: () => boolean;
  /** Whether an audit was stopped for want of room, or because something broke, and has not gone on since. */
  isStopped: (id: string) => boolean;
  /** Calls back with what happens at this desk and at others. Gives a function that ends it. */
  subscribe: (listener: (event: AuditEvent) => void) => () => void;
};

const channelName = 'icp-lens-audits';

/** Opens a page's desk, until the signal aborts. It works on what is to be done as soon as no other page does. */
export function openAuditScheduler(
  { readSite, closeLeftoverTabs: closeLeftTabs, auditEnded: rest, privateName: own, now }: SchedulerTools,
  signal: AbortSignal,
): AuditScheduler {
  const shared = own === undefined ? channelName : `${channelName} ${own}`;
  const listeners = new Set<(event: AuditEvent) => void>();
  const channel = new BroadcastChannel(shared);
  /** Audits that broke off, and that could not even be paused for want of room: they wait until there is some. */
  const stuck = new Set<string>();
  /** Cancelled audits of which nothing waits any more. */
  const skipped = new Set<string>();
  /** Audits that are not worked on, whatever the store says of them, at whichever desk that came about. */
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

  /** Works on one audit until it is no longer to be worked on. */
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
      await rest?.();
    }
    publish({ name: 'audits' });
  };

  let isLeader = false;
  const workOnAll = async (): Promise<void> => {
    isLeader = true;
    dispatch({ name: 'leader' });
    await closeLeftTabs();
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
      // The oldest first: audits are worked on in the order in which they were made.
      const next = audits.findLast(({ id, state }) => state === 'running' && !stuck.has(id));
      if (next === undefined) await change;
      else await work(next);
    }
  };
  navigator.locks.request(shared, { signal }, workOnAll).catch((error: unknown) => {
    // The page that waited for its turn was closed.
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

/** What stopped an audit. */
function stopEvent(error: unknown, audit: string): AuditEvent {
  return error instanceof StoreFullError ? { name: 'full', audit } : { name: 'broken', audit, why: String(error) };
}

/** Until an audit changes, here or at another desk. */
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
