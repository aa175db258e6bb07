import type { Status } from '../lib/icp/number.ts';
import { Icon } from './icon.tsx';
import type { TextKey, Translate } from './texts.ts';

/** What the form of a number says about it, in a word or two. */
export const statusTexts: Record<Status, TextKey> = {
  valid: 'status_valid',
  suspect: 'status_suspect',
  malformed: 'status_malformed',
  placeholder: 'status_placeholder',
  unofficial: 'status_unofficial',
};

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
