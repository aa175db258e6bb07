import './screenshot-window.css';
import type { Translate } from '../../lib/texts/language/translate.ts';

/** What the window is for in which the pages of an audit are captured. */
export function ScreenshotWindowPage({ t }: { t: Translate }) {
  return (
    <main class="screenshot-window">
      <h1>
        <img src="/icons/icon.svg" alt="" width="28" height="28" />
        {t('picture_window_title')}
      </h1>
      <p>{t('picture_window_meaning')}</p>
      <p>{t('picture_window_sight')}</p>
      <p>{t('picture_window_close')}</p>
    </main>
  );
}
