import './status-badge.css';
import type { Status } from '../../lib/icp/status.ts';
import type { Translate } from '../../lib/texts/language/translate.ts';
import { statusTexts } from '../../lib/texts/status-texts.ts';
import { Icon } from '../shared/icon.tsx';

/**
 * The status of a number, as a word and a shape. If no rule for its form is known (`formKnown` is false), it does not say that the
 * form is right.
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
