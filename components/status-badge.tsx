import type { Status } from '../lib/icp/number.ts';
import { Icon } from './icon.tsx';
import type { TextKey, Translate } from './texts.ts';

const names: Record<Status, TextKey> = {
  valid: 'status_valid',
  suspect: 'status_suspect',
  malformed: 'status_malformed',
  placeholder: 'status_placeholder',
  unofficial: 'status_unofficial',
};

/** What the form of a number says about it: a word and a shape. */
export function StatusBadge({ t, status }: { t: Translate; status: Status }) {
  return (
    <p class={`status ${status}`}>
      <Icon shape={status} />
      {t(names[status])}
    </p>
  );
}
