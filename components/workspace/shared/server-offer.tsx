import './server-offer.css';
import { useState } from 'preact/hooks';
import type { PermissionApi } from '../../../lib/audits/api/workspace-api.ts';
import type { Translate } from '../../../lib/texts/language/translate.ts';
import { Icon } from '../../shared/icon.tsx';
import { useLoaded } from './use-loaded.ts';

/** The optional permission to see servers: its purpose, and whether it is granted. */
export function ServerOffer({ t, servers }: { t: Translate; servers: PermissionApi }) {
  const [isGiven, reload] = useLoaded(servers.isAllowed);
  const [refused, setRefused] = useState(false);
  if (isGiven === null) return null;
  return (
    <section class="panel offer">
      <h2>{t('workspace_servers')}</h2>
      <p>{t('workspace_servers_meaning')}</p>
      <ul>
        <li>{t('workspace_servers_why')}</li>
        <li>{t('workspace_servers_walls')}</li>
        <li>{t('workspace_servers_where')}</li>
      </ul>
      <div class="actions">
        {isGiven ? (
          <>
            <p class="state done">
              <Icon shape="done" />
              {t('workspace_servers_given')}
            </p>
            <button type="button" onClick={() => void servers.removePermission().then(reload)}>
              {t('servers_stop')}
            </button>
          </>
        ) : (
          <button
            type="button"
            onClick={() =>
              void servers.requestPermission().then((given) => {
                setRefused(!given);
                reload();
              })
            }
          >
            {t('workspace_servers_ask')}
          </button>
        )}
        <p role="status" class="soft">
          {refused && !isGiven ? t('workspace_servers_refused') : null}
        </p>
      </div>
    </section>
  );
}
