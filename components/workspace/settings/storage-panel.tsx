import type { WorkspaceApi } from '../../../lib/audits/api/workspace-api.ts';
import { bytesText } from '../../../lib/texts/amount-texts.ts';
import type { Translate } from '../../../lib/texts/language/translate.ts';
import { useLoaded } from '../shared/use-loaded.ts';

/** How much storage audits and history take on this machine. */
export function StoragePanel({ t, storageQuota }: { t: Translate; storageQuota: WorkspaceApi['storageQuota'] }) {
  const [loaded] = useLoaded(storageQuota);
  if (loaded === null) return null;
  const { usedBytes, allowedBytes } = loaded;
  return (
    <section class="panel">
      <h2>{t('workspace_room')}</h2>
      <p>{t('workspace_room_used', bytesText(t, usedBytes), bytesText(t, allowedBytes))}</p>
      <p class="soft">{t('workspace_room_meaning')}</p>
    </section>
  );
}
