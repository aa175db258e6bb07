import type { PageProps } from '../shared/page-props.ts';
import { ServerOffer } from '../shared/server-offer.tsx';
import { HistorySettingsForm } from './history-settings.tsx';
import { ScreenshotSetting } from './screenshot-setting.tsx';
import { StoragePanel } from './storage-panel.tsx';

/** What the user settles: history, the right to see servers, and how much storage all of it takes. */
export function SettingsPage({ t, api }: PageProps) {
  return (
    <>
      <div class="heading">
        <h1>{t('workspace_settings')}</h1>
      </div>
      <HistorySettingsForm t={t} history={api.history} />
      <ServerOffer t={t} servers={api.servers} />
      <ScreenshotSetting t={t} screenshots={api.screenshots} />
      <StoragePanel t={t} storageQuota={api.storageQuota} />
    </>
  );
}
