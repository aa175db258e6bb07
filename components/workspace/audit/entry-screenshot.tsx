import './entry-screenshot.css';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { AuditsApi } from '../../../lib/audits/api/workspace-api.ts';
import type { Entry } from '../../../lib/audits/entry.ts';
import type { PageScreenshot } from '../../../lib/audits/page-screenshot.ts';
import { momentText } from '../../../lib/texts/amount-texts.ts';
import type { Translate } from '../../../lib/texts/language/translate.ts';
import { noScreenshotTexts, viewTexts } from '../../../lib/texts/screenshot-texts.ts';
import { useLoaded } from '../shared/use-loaded.ts';

/** The screenshot of an entry's page, small until it is pressed; or why there is none. Nothing where none was wanted. */
export function EntryScreenshot({ t, audits, entry }: { t: Translate; audits: AuditsApi; entry: Entry }) {
  const { audit, place, readAt } = entry;
  // One that is read while it is looked at has its screenshot from then on.
  const load = useCallback(() => audits.screenshot(audit, place), [audits, audit, place, readAt]);
  const [screenshot] = useLoaded(load);
  if (screenshot === null) return null;
  if ('none' in screenshot) return <p class="soft">{t('report_no_picture', t(noScreenshotTexts[screenshot.none]))}</p>;
  return <Screenshot t={t} screenshot={screenshot} />;
}

function Screenshot({ t, screenshot }: { t: Translate; screenshot: PageScreenshot }) {
  const { image, takenAt, widthPx, heightPx, view } = screenshot;
  const [url, setUrl] = useState<string | null>(null);
  const large = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const made = URL.createObjectURL(image);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [image]);
  if (url === null) return null;
  const name = t('report_picture');
  return (
    <figure class="page-screenshot">
      <button type="button" onClick={() => large.current?.showModal()} title={t('workspace_picture_enlarge')}>
        <img src={url} width={widthPx} height={heightPx} alt={name} />
      </button>
      <figcaption class="soft">{t('workspace_picture_caption', momentText(t, takenAt), t(viewTexts[view]))}</figcaption>
      <dialog
        ref={large}
        class="large-screenshot"
        aria-label={name}
        // It lies in the dialog of the entry, which would take this one's end for its own.
        onClose={(event) => event.stopPropagation()}
      >
        <form method="dialog">
          <button type="submit">{t('workspace_close')}</button>
        </form>
        <img src={url} width={widthPx} height={heightPx} alt={name} />
      </dialog>
    </figure>
  );
}
