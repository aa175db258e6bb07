import { type ComponentChild, render } from 'preact';
import type { WorkspaceDeeds } from '../../components/workspace/deeds.ts';
import { readRoute } from '../../components/workspace/route.ts';
import { StoreNotice } from '../../components/workspace/store-notice.tsx';
import { Workspace } from '../../components/workspace/workspace.tsx';
import { openAddressReader } from '../../lib/platform/address-reader.ts';
import {
  deleteAudit,
  deleteHistory,
  deleteVisit,
  readAudits,
  readEntriesInParts,
  readEntryPicture,
  readEntryReport,
  readSites,
  readVisits,
  repeatAudit,
  StoreFullError,
} from '../../lib/platform/audit-store.ts';
import { writeEvidenceFile } from '../../lib/platform/evidence-file.ts';
import { openFileDesk } from '../../lib/platform/file-desk.ts';
import {
  isHistoryFull,
  noteHistoryFull,
  readHistorySettings,
  writeHistorySettings,
} from '../../lib/platform/history-settings.ts';
import { t } from '../../lib/platform/i18n.ts';
import { dropOldVisits } from '../../lib/platform/keep-visit.ts';
import { askForPictures, mayTakePictures, stopTakingPictures } from '../../lib/platform/picture-permission.ts';
import { copyText, openPage } from '../../lib/platform/popup-port.ts';
import { readNumbers } from '../../lib/platform/read-numbers.ts';
import { maySeeServers, stopAskingForServers } from '../../lib/platform/server-permission.ts';
import { askForPages, followPageRight } from '../../lib/platform/site-access.ts';
import { findStorePlace } from '../../lib/platform/store-place.ts';
import { picturesBehind } from '../../lib/platform/tab-picture.ts';
import { readTableColumns, writeTableColumns } from '../../lib/platform/table-settings.ts';
import { readTextFile } from '../../lib/platform/text-file.ts';
import { toolHere } from '../../lib/platform/tool-here.ts';
import type { TaskWorker } from '../../lib/platform/worker-line.ts';
import { openWorkspaceDesk } from '../../lib/platform/workspace-desk.ts';
import {
  askBeforeLeaving,
  followRoute,
  readBookmarkFolders,
  readOpenTabs,
  readRoom,
  saveFile,
} from '../../lib/platform/workspace-port.ts';
import { reportWords } from '../../lib/words/report-words.ts';
import { languageOf } from '../../lib/words/translate.ts';

document.documentElement.lang = languageOf(t) === 'zh' ? 'zh-CN' : 'en';
document.title = t('workspace_title');

const now = (): Date => new Date();
const words = reportWords(t);
const app = document.getElementById('app');
const show = (content: ComponentChild): void => {
  if (app !== null) render(content, app);
};
const store = await findStorePlace(() => show(<StoreNotice t={t} store={{ place: 'awaited' }} />));
const isInMemory = store.place === 'memory';
const { desk, askForServers } = openWorkspaceDesk(now, isInMemory);
// What this page keeps in its memory, no worker sees.
const makePageWorker = isInMemory ? (await import('../../lib/platform/page-worker.ts')).makePageWorker : null;
const makeWorker = (): TaskWorker =>
  makePageWorker?.() ?? new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
const files = openFileDesk({ makeWorker, saveFile, t, tool: toolHere() });

/** What was kept from being written for want of room may be written again. */
const freed = (): Promise<void> => noteHistoryFull(false).then(desk.deleted);

/** What some work gives, that the store is full, or what else went wrong. */
async function faultOr<Value>(work: Promise<Value>): Promise<Value | 'full' | { broken: string }> {
  return work.catch((error: unknown) => (error instanceof StoreFullError ? 'full' : { broken: String(error) }));
}

async function readSmallFile(file: File): Promise<string> {
  const text = await readTextFile(file);
  if (text === null) throw new Error(`${file.name} is longer than a text can be.`);
  return text;
}

const deeds: WorkspaceDeeds = {
  store,
  audits: {
    list: readAudits,
    entries: readEntriesInParts,
    report: readEntryReport,
    picture: readEntryPicture,
    reader: () => openAddressReader(makeWorker, desk.start),
    again: (audit, name) =>
      faultOr(desk.start(name, audit.options, (head) => repeatAudit({ ...head, repeats: audit.id }))),
    retry: (audit) => faultOr(desk.retry(audit).then(() => null)),
    set: desk.set,
    delete: (audit) => deleteAudit(audit).then(freed),
    follow: desk.follow,
    worksHere: desk.worksHere,
    isStopped: desk.isStopped,
    save: (format, audit, entries) => {
      const places = entries.map(({ place }) => place);
      files.save(format, audit, places);
    },
    import: files.import,
  },
  columns: { read: readTableColumns, keep: writeTableColumns },
  files,
  sources: { tabs: readOpenTabs, bookmarks: readBookmarkFolders, readFile: readSmallFile },
  pages: { follow: followPageRight, ask: () => askForPages().catch(() => false) },
  servers: { mayAsk: maySeeServers, ask: askForServers, stop: stopAskingForServers },
  pictures: {
    needsWindow: !picturesBehind,
    mayTake: mayTakePictures,
    ask: () => askForPictures().catch(() => false),
    stop: stopTakingPictures,
  },
  history: {
    sites: readSites,
    visits: readVisits,
    deleteVisit: (id) => deleteVisit(id).then(freed),
    deleteSites: (sites) => deleteHistory(sites).then(freed),
    save: async ({ report, readAt }) =>
      saveFile(await writeEvidenceFile(report, readAt, { none: 'history' }, words, now())),
    settings: readHistorySettings,
    change: writeHistorySettings,
    isFull: isHistoryFull,
  },
  room: isInMemory ? async () => null : readRoom,
  find: (text) => readNumbers(text, now()),
  copy: copyText,
  open: (url) => void openPage(url),
  go: (href) => location.assign(href),
  now,
};

// Not as the setting is changed, so that a slip can be taken back.
if (store.place !== 'none') readHistorySettings().then(({ keepDays }) => dropOldVisits(keepDays, now()));

if (isInMemory) {
  const endFollowing = desk.follow(({ name }) => {
    if (name !== 'audits') return;
    askBeforeLeaving();
    endFollowing();
  });
}

followRoute((hash) => {
  show(<Workspace t={t} route={readRoute(hash)} deeds={deeds} />);
});
