import { render } from 'preact';
import { readRoute } from '../../components/workspace/shared/route.ts';
import { StoreNotice } from '../../components/workspace/store-notice.tsx';
import { Workspace } from '../../components/workspace/workspace.tsx';
import { t } from '../../lib/browser/i18n.ts';
import { findStoreLocation } from '../../lib/browser/store-location.ts';
import { subscribeToRoute } from '../../lib/browser/workspace-actions.ts';
import { openExtensionPage } from '../../lib/pages/extension-page.ts';
import { openWorkspaceApi } from '../../lib/pages/workspace-api.ts';

const root = openExtensionPage('workspace_title');
const store = await findStoreLocation(() => render(<StoreNotice t={t} store={{ kind: 'awaited' }} />, root));
const api = await openWorkspaceApi(store, {
  t,
  now: () => new Date(),
  startWorker: () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }),
});
subscribeToRoute((hash) => render(<Workspace t={t} route={readRoute(hash)} api={api} />, root));
