import './notice.css';
import type { TextKey, Translate } from '../../lib/texts/language/translate.ts';
import { PageText } from './page-text.tsx';
import { Sentence } from './sentence.tsx';

/** The outcome of the reader's last action. */
export type ActionOutcome =
  | 'copied'
  | 'copy-failed'
  | 'look-up-uncopied'
  | 'open-failed'
  | 'shown'
  | 'gone'
  | 'servers-refused'
  | 'evidence-saved'
  | 'evidence-changed'
  | 'evidence-no-screenshot'
  | 'evidence-failed';

const texts: Record<ActionOutcome, TextKey> = {
  copied: 'notice_copied',
  'copy-failed': 'notice_copy_failed',
  'look-up-uncopied': 'notice_look_up_uncopied',
  'open-failed': 'notice_open_failed',
  shown: 'notice_shown',
  gone: 'notice_gone',
  'servers-refused': 'notice_servers_refused',
  'evidence-saved': 'notice_evidence_saved',
  'evidence-changed': 'notice_evidence_changed',
  'evidence-no-screenshot': 'notice_evidence_no_picture',
  'evidence-failed': 'notice_evidence_failed',
};

/** A notice with the outcome of an action. It stays in sight while the page scrolls, and takes no space without an outcome. */
export function Notice({ t, notice }: { t: Translate; notice: { outcome: ActionOutcome; number: string } | null }) {
  return (
    <div role="status" class="notice">
      {notice === null ? null : (
        <p>
          <Sentence t={t} text={texts[notice.outcome]} parts={[<PageText text={notice.number} />]} />
        </p>
      )}
    </div>
  );
}
