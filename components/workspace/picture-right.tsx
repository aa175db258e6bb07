import type { Translate } from '../../lib/words/translate.ts';
import { Icon } from '../icon.tsx';
import type { PictureDeeds } from './deeds.ts';
import { useLoaded } from './use-loaded.ts';

/** The right to take pictures, where it was given: what it is for, and the way to give it back. */
export function PictureRight({ t, pictures }: { t: Translate; pictures: PictureDeeds }) {
  const [isGiven, reload] = useLoaded(pictures.mayTake);
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
        <button type="button" onClick={() => void pictures.stop().then(reload)}>
          {t('workspace_pictures_stop')}
        </button>
      </div>
    </section>
  );
}
