import type { ReadAddresses } from '../../lib/audit/read-addresses.ts';
import type { AddressFault } from '../../lib/audit/site-address.ts';
import type { TextKey, Translate } from '../../lib/words/translate.ts';
import { Icon } from '../icon.tsx';
import { PageText } from '../page-text.tsx';
import { countText } from './amounts.ts';

const reasons: Record<AddressFault, TextKey> = {
  'no-address': 'workspace_fault_no_address',
  scheme: 'workspace_fault_scheme',
  host: 'workspace_fault_host',
  password: 'workspace_fault_password',
  'too-long': 'workspace_fault_too_long',
};

/** Lines that are named one by one; a file that is none at all has more of them than anybody reads. */
const maxLines = 100;

/** What was understood of a text of addresses: how many, which are the same, which lines are none and why. */
export function Understood({ t, read }: { t: Translate; read: ReadAddresses }) {
  const { addresses, duplicates, rubbish } = read;
  if (addresses.length + duplicates.length + rubbish.length === 0) return null;
  return (
    <div class="understood">
      <p role="status">
        <Icon shape={addresses.length > 0 ? 'valid' : 'suspect'} />
        <b>{t('workspace_understood', countText(t, addresses.length))}</b>
        {duplicates.length === 0 ? null : <span>{t('workspace_duplicates', countText(t, duplicates.length))}</span>}
        {rubbish.length === 0 ? null : <span>{t('workspace_rubbish', countText(t, rubbish.length))}</span>}
      </p>
      {rubbish.length === 0 ? null : (
        <details>
          <summary>{t('workspace_rubbish_show')}</summary>
          <ul>
            {rubbish.slice(0, maxLines).map(({ line, text, reason }, place) => (
              <li key={`${line} ${place}`}>
                <b>{t('workspace_line', line)}</b> <PageText text={text} class="part" /> {t(reasons[reason])}
              </li>
            ))}
          </ul>
          {rubbish.length > maxLines ? <p>{t('list_more', countText(t, rubbish.length - maxLines))}</p> : null}
        </details>
      )}
      {duplicates.length === 0 ? null : (
        <details>
          <summary>{t('workspace_duplicates_show')}</summary>
          <ul>
            {duplicates.slice(0, maxLines).map(({ line, asked, sameAs }, place) => (
              <li key={`${line} ${place}`}>
                <b>{t('workspace_line', line)}</b> <PageText text={asked} class="part" />{' '}
                {t('workspace_same_as', sameAs)}
              </li>
            ))}
          </ul>
          {duplicates.length > maxLines ? <p>{t('list_more', countText(t, duplicates.length - maxLines))}</p> : null}
        </details>
      )}
    </div>
  );
}
