import type { PageProps } from '../shared/page-props.ts';
import { ServerOffer } from '../shared/server-offer.tsx';
import { HistorySettingsForm } from './history-settings.tsx';
import { ScreenshotSetting } from './screenshot-setting.tsx';
import { StoragePanel } from './storage-panel.tsx';

/** The settings: history, optional permissions, and the storage in use. */
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
