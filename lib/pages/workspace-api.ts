import type { Failure } from '../audits/api/failure.ts';
import type { StoreLocation } from '../audits/api/store-location.ts';
import type { WorkspaceApi } from '../audits/api/workspace-api.ts';
import {
  mayTakeScreenshots,
  requestScreenshots,
  stopTakingScreenshots,
} from '../browser/permissions/screenshot-permission.ts';
import { hasServerPermission, removeServerPermission } from '../browser/permissions/server-permission.ts';
import { requestSiteAccess, subscribeToSiteAccess } from '../browser/permissions/site-access.ts';
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
import { thisExtension } from '../browser/this-extension.ts';
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
import { deleteAudit, readAudits, repeatAudit } from '../store/audits.ts';
import { StoreFullError } from '../store/database.ts';
import { readEntriesInParts, readEntryReport, readEntryScreenshot } from '../store/entries.ts';
import { deleteHistory, deleteVisit, readSites, readVisits } from '../store/history.ts';
import type { Translate } from '../texts/language/translate.ts';
import { reportTexts } from '../texts/report-texts.ts';
import { openWorkspaceScheduler } from './workspace-scheduler.ts';

/** What the API of a page of the workspace depends on. */
type Page = {
  t: Translate;
  now: () => Date;
  /** Starts the page's worker. It stands in the entrypoint, because the bundler finds a worker's file only by a literal URL. */
  startWorker: () => TaskWorker;
};

/**
 * Opens the API of the workspace's screens, until the page is closed. `store`: where this page keeps audits and history, from
 * `findStoreLocation`.
 *
 * Deletes reports that are older than the history setting allows. It does so here and not when the setting is changed, so that a
 * wrong setting can be corrected. A worker cannot see a store in memory, so the page then runs the worker's tasks itself. With such
 * a store, the browser asks the user before the page is closed once it holds an audit.
 */
export async function openWorkspaceApi(store: StoreLocation, { t, now, startWorker }: Page): Promise<WorkspaceApi> {
  const isInMemory = store.kind === 'memory';
  const makeWorker: () => TaskWorker = isInMemory
    ? (await import('../jobs/in-page-worker.ts')).makeInPageWorker
    : startWorker;
  const { scheduler, requestServerPermission } = openWorkspaceScheduler(now, isInMemory);
  const fileJobs = openFileJobs({ makeWorker, saveFile, t, tool: thisExtension() });
  const words = reportTexts(t);

  /** To be called after a deletion: writes that failed because the store was full may succeed again. */
  const storageFreed = async (): Promise<void> => {
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
      delete: (audit) => deleteAudit(audit).then(storageFreed),
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
    siteAccess: { subscribe: subscribeToSiteAccess, requestPermission: () => requestSiteAccess().catch(() => false) },
    servers: {
      isAllowed: hasServerPermission,
      requestPermission: requestServerPermission,
      removePermission: removeServerPermission,
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
      deleteVisit: (id) => deleteVisit(id).then(storageFreed),
      deleteSites: (sites) => deleteHistory(sites).then(storageFreed),
      saveEvidence: async ({ report, readAt }) =>
        saveFile(await writeEvidenceFile(report, readAt, { none: 'history' }, thisExtension(), words, now())),
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

/** Turns a rejection into a value: `full` where the storage quota is used up, else the error's message. */
async function valueOrFault<Value>(work: Promise<Value>): Promise<Value | 'full' | Failure> {
  return work.catch((error: unknown) => (error instanceof StoreFullError ? 'full' : { error: String(error) }));
}

/** @throws Error where the file is longer than a text can be. */
async function readShortFile(file: File): Promise<string> {
  const text = await readTextFile(file);
  if (text === null) throw new Error(`${file.name} is longer than a text can be.`);
  return text;
}
