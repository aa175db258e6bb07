import './status-badge.css';
import type { Status } from '../../lib/icp/status.ts';
import type { Translate } from '../../lib/texts/language/translate.ts';
import { statusTexts } from '../../lib/texts/status-texts.ts';
import { Icon } from '../shared/icon.tsx';

/**
 * What the form of a number says about it: a word and a shape. Of a number whose form nobody knows (`formKnown` is false)
 * it cannot say that the form is right.
 */
export function StatusBadge({ t, status, formKnown }: { t: Translate; status: Status; formKnown: boolean }) {
  if (status === 'valid' && !formKnown) {
    return (
      <p class="status unknown">
        <Icon shape="note" />
        {t('status_form_unknown')}
      </p>
    );
  }
  return (
    <p class={`status ${status}`}>
      <Icon shape={status} />
      {t(statusTexts[status])}
    </p>
  );
}
