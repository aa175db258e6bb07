import { useEffect, useState } from 'preact/hooks';
import type { AuditEvent } from '../../../lib/audits/api/audit-event.ts';
import type { AuditsApi } from '../../../lib/audits/api/workspace-api.ts';
import { auditBefore, type BulkAudit } from '../../../lib/audits/bulk-audit.ts';
import { createLiveAudit, type LiveAudit } from '../../../lib/audits/live-audit.ts';

/** An audit with its live entries. `before`: the audit that runs first; null for none. `turn` grows with each change. */
export type LoadedAudit =
  | { state: 'loading' }
  | { state: 'gone' }
  | { state: 'there'; audit: BulkAudit; before: BulkAudit | null; live: LiveAudit; turn: number };

/** The least time between renderings of changed entries, in milliseconds. Nobody reads faster, and rendering slows the audit down. */
const drawEveryMs = 1000;

/** Subscribes to an audit and its entries. Changes within one frame are rendered once; changes of entries once a second. */
export function useAudit(api: AuditsApi, id: string): LoadedAudit {
  const [shown, setShown] = useState<LoadedAudit>({ state: 'loading' });
  useEffect(() => {
    let isOver = false;
    let audit: BulkAudit | null = null;
    let before: BulkAudit | null = null;
    let live: LiveAudit | null = null;
    let turn = 0;
    let frame: number | null = null;
    let later: ReturnType<typeof setTimeout> | null = null;
    // Events that arrive while the entries are loaded are applied afterwards.
    let early: AuditEvent[] = [];

    const draw = (): void => {
      frame = null;
      if (later !== null) clearTimeout(later);
      later = null;
      if (audit !== null && live !== null) setShown({ state: 'there', audit, before, live, turn: turn++ });
    };
    const drawSoon = (): void => {
      frame ??= requestAnimationFrame(draw);
    };
    const drawLater = (): void => {
      later ??= setTimeout(drawSoon, drawEveryMs);
    };
    const readAudit = async (): Promise<void> => {
      const audits = await api.list();
      audit = audits.find((each) => each.id === id) ?? null;
      before = audit === null ? null : auditBefore(audit, audits);
      if (isOver) return;
      if (audit === null) setShown({ state: 'gone' });
      else drawSoon();
    };
    const readEntries = async (): Promise<void> => {
      live = null;
      early = [];
      const loaded = createLiveAudit([]);
      for await (const entries of api.entries(id)) {
        if (isOver) return;
        for (const entry of entries) loaded.put(entry, false);
      }
      live = loaded;
      for (const event of early) dispatch(event);
      drawSoon();
    };
    const dispatch = (event: AuditEvent): void => {
      if (event.name === 'audits' || event.name === 'leader') void readAudit();
      if (event.name === 'full' || event.name === 'broken') drawSoon();
      if ((event.name === 'skipped' || event.name === 'waiting') && event.audit === id) void readEntries();
      if (event.name !== 'entry' || event.entry.audit !== id) return;
      if (live === null) early.push(event);
      else {
        live.put(event.entry, event.isOpen);
        drawLater();
      }
    };
    const unsubscribe = api.subscribe(dispatch);
    void readAudit();
    void readEntries();
    return () => {
      isOver = true;
      unsubscribe();
      if (frame !== null) cancelAnimationFrame(frame);
      if (later !== null) clearTimeout(later);
    };
  }, [api, id]);
  return shown;
}
