import { render } from 'preact';
import { readRoute } from '../../components/workspace/route.ts';
import { StoreNotice } from '../../components/workspace/store-notice.tsx';
import { Workspace } from '../../components/workspace/workspace.tsx';
import { openExtensionPage } from '../../lib/platform/extension-page.ts';
import { t } from '../../lib/platform/i18n.ts';
import { findStoreLocation } from '../../lib/platform/store-place.ts';
import { openWorkspaceApi } from '../../lib/platform/workspace-api.ts';
import { subscribeToRoute } from '../../lib/platform/workspace-port.ts';

const root = openExtensionPage('workspace_title');
const store = await findStoreLocation(() => render(<StoreNotice t={t} store={{ kind: 'awaited' }} />, root));
const api = await openWorkspaceApi(store, {
  t,
  now: () => new Date(),
  startWorker: () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }),
});
subscribeToRoute((hash) => render(<Workspace t={t} route={readRoute(hash)} api={api} />, root));
