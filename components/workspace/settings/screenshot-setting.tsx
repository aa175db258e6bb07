import type { ScreenshotsApi } from '../../../lib/audits/api/workspace-api.ts';
import type { Translate } from '../../../lib/texts/language/translate.ts';
import { Icon } from '../../shared/icon.tsx';
import { useLoaded } from '../shared/use-loaded.ts';

/** The right to take screenshots, where it was given: what it is for, and the way to give it back. */
export function ScreenshotSetting({ t, screenshots }: { t: Translate; screenshots: ScreenshotsApi }) {
  const [isGiven, reload] = useLoaded(screenshots.isAllowed);
  if (isGiven !== true) return null;
  return (
    <section class="panel offer">
      <h2>{t('workspace_pictures')}</h2>
      <p>{t('workspace_pictures_meaning')}</p>
      <div class="actions">
        <p class="state done">
          <Icon shape="done" />
          {t('workspace_servers_given')}
        </p>
        <button type="button" onClick={() => void screenshots.removePermission().then(reload)}>
          {t('workspace_pictures_stop')}
        </button>
      </div>
    </section>
  );
}
