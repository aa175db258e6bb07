import type { Failure } from '../audits/api/failure.ts';
import type { StoreLocation } from '../audits/api/store-location.ts';
import type { WorkspaceApi } from '../audits/api/workspace-api.ts';
import {
  mayTakeScreenshots,
  requestScreenshots,
  stopTakingScreenshots,
} from '../browser/permissions/screenshot-permission.ts';
import { maySeeServers, stopAskingForServers } from '../browser/permissions/server-permission.ts';
import { askForPages, subscribeToPageRight } from '../browser/permissions/site-access.ts';
import { copyText, openPage } from '../browser/popup-actions.ts';
import { dropOldVisits } from '../browser/record-visit.ts';
import {
  isHistoryFull,
  noteHistoryFull,
  readHistorySettings,
  writeHistorySettings,
} from '../browser/settings/history-settings.ts';
import { readTableColumns, writeTableColumns } from '../browser/settings/table-settings.ts';
import { screenshotsBehind } from '../browser/tab-screenshot.ts';
import { toolHere } from '../browser/tool-here.ts';
import {
  askBeforeLeaving,
  readBookmarkFolders,
  readOpenTabs,
  readStorageQuota,
  saveFile,
} from '../browser/workspace-actions.ts';
import { writeEvidenceFile } from '../export/evidence-file.ts';
import { readNumbers } from '../icp/read-numbers.ts';
import { openAddressReader } from '../jobs/address-reader.ts';
import { openFileJobs } from '../jobs/file-jobs.ts';
import { readTextFile } from '../jobs/text-file.ts';
import type { TaskWorker } from '../jobs/worker-client.ts';
import {
  deleteAudit,
  deleteHistory,
  deleteVisit,
  readAudits,
  readEntriesInParts,
  readEntryReport,
  readEntryScreenshot,
  readSites,
  readVisits,
  repeatAudit,
  StoreFullError,
} from '../store/audit-store.ts';
import type { Translate } from '../texts/language/translate.ts';
import { reportTexts } from '../texts/report-texts.ts';
import { openWorkspaceScheduler } from './workspace-scheduler.ts';

/** What a page of the workspace brings along. */
type Page = {
  t: Translate;
  now: () => Date;
  /** Starts the page's worker. The bundler finds a worker's file only where it is constructed by name: in the entrypoint. */
  startWorker: () => TaskWorker;
};

/**
 * Opens what the screens of the workspace may ask for, until the page is closed. `store`: where this page keeps audits and
 * history, as `findStoreLocation` gives it.
 *
 * Reports that are older than the user wants to keep are deleted now, and not when the setting is changed: so a slip can be
 * taken back. In memory, a worker cannot see the store, so the page does the worker's tasks; and the user is asked before the
 * page is closed once it holds an audit.
 */
export async function openWorkspaceApi(store: StoreLocation, { t, now, startWorker }: Page): Promise<WorkspaceApi> {
  const isInMemory = store.kind === 'memory';
  const makeWorker: () => TaskWorker = isInMemory
    ? (await import('../jobs/in-page-worker.ts')).makeInPageWorker
    : startWorker;
  const { scheduler, askForServers } = openWorkspaceScheduler(now, isInMemory);
  const fileJobs = openFileJobs({ makeWorker, saveFile, t, tool: toolHere() });
  const words = reportTexts(t);

  /** After a deletion: what the full store kept from being written may be written again. */
  const freed = async (): Promise<void> => {
    await noteHistoryFull(false);
    scheduler.deleted();
  };

  if (store.kind !== 'none') void readHistorySettings().then(({ keepDays }) => dropOldVisits(keepDays, now()));
  if (isInMemory) {
    const unsubscribe = scheduler.subscribe(({ name }) => {
      if (name !== 'audits') return;
      askBeforeLeaving();
      unsubscribe();
    });
  }

  return {
    store,
    audits: {
      list: readAudits,
      entries: readEntriesInParts,
      report: readEntryReport,
      screenshot: readEntryScreenshot,
      openReader: () => openAddressReader(makeWorker, scheduler.start),
      repeat: (audit, name) =>
        valueOrFault(scheduler.start(name, audit.options, (head) => repeatAudit({ ...head, repeats: audit.id }))),
      retry: (audit) => valueOrFault(scheduler.retry(audit).then(() => null)),
      setState: scheduler.set,
      delete: (audit) => deleteAudit(audit).then(freed),
      subscribe: scheduler.subscribe,
      isLeader: scheduler.isLeader,
      isStopped: scheduler.isStopped,
      save: (format, audit, entries) => {
        const places = entries.map(({ place }) => place);
        fileJobs.save(format, audit, places);
      },
      import: fileJobs.import,
    },
    columns: { read: readTableColumns, save: writeTableColumns },
    files: fileJobs,
    sources: { tabs: readOpenTabs, bookmarks: readBookmarkFolders, readFile: readShortFile },
    pages: { subscribe: subscribeToPageRight, requestPermission: () => askForPages().catch(() => false) },
    servers: {
      isAllowed: maySeeServers,
      requestPermission: askForServers,
      removePermission: stopAskingForServers,
    },
    screenshots: {
      needsWindow: !screenshotsBehind,
      isAllowed: mayTakeScreenshots,
      requestPermission: () => requestScreenshots().catch(() => false),
      removePermission: stopTakingScreenshots,
    },
    history: {
      sites: readSites,
      visits: readVisits,
      deleteVisit: (id) => deleteVisit(id).then(freed),
      deleteSites: (sites) => deleteHistory(sites).then(freed),
      saveEvidence: async ({ report, readAt }) =>
        saveFile(await writeEvidenceFile(report, readAt, { none: 'history' }, toolHere(), words, now())),
      settings: readHistorySettings,
      changeSettings: writeHistorySettings,
      isFull: isHistoryFull,
    },
    storageQuota: isInMemory ? async () => null : readStorageQuota,
    findNumbers: (text) => readNumbers(text, now()),
    copy: copyText,
    openPage: (url) => void openPage(url),
    navigate: (href) => location.assign(href),
    now,
  };
}

/** What some work gives; `full` where the storage quota is used up, or what else went wrong. */
async function valueOrFault<Value>(work: Promise<Value>): Promise<Value | 'full' | Failure> {
  return work.catch((error: unknown) => (error instanceof StoreFullError ? 'full' : { error: String(error) }));
}

/** @throws Error where the file is longer than a text can be. */
async function readShortFile(file: File): Promise<string> {
  const text = await readTextFile(file);
  if (text === null) throw new Error(`${file.name} is longer than a text can be.`);
  return text;
}
