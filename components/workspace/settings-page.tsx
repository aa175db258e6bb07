import { HistorySettingsForm } from './history-settings.tsx';
import { PictureRight } from './picture-right.tsx';
import { RoomPanel } from './room-panel.tsx';
import { ServerOffer } from './server-offer.tsx';
import type { PageProps } from './workspace.tsx';

/** What the user settles: history, the right to see servers, and how much room all of it takes. */
export function SettingsPage({ t, deeds }: PageProps) {
  return (
    <>
      <div class="heading">
        <h1>{t('workspace_settings')}</h1>
      </div>
      <HistorySettingsForm t={t} history={deeds.history} />
      <ServerOffer t={t} servers={deeds.servers} />
      <PictureRight t={t} pictures={deeds.pictures} />
      <RoomPanel t={t} room={deeds.room} />
    </>
  );
}
