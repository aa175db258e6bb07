import type { AnswerCode } from '../../lib/checks/catalogue.ts';
import type { Translate } from '../../lib/texts/language/translate.ts';

/** The actions on the look-up of servers. */
export type ServerActions = {
  /** Requests the permission. To be called straight from a click, or browsers refuse. */
  requestPermission: () => void;
  /** Removes the permission. */
  removePermission: () => void;
  /** Reloads the page, so that its server is seen. */
  reload: () => void;
};

/** The switch for the look-up of servers, beside the answer of the check `hosting`. */
export function ServerSwitch({ t, answer, actions }: { t: Translate; answer: AnswerCode; actions: ServerActions }) {
  if (answer === 'server-not-asked') {
    return (
      <>
        <div class="actions">
          <button type="button" onClick={actions.requestPermission}>
            {t('servers_ask')}
          </button>
        </div>
        <p class="rule">{t('servers_meaning')}</p>
      </>
    );
  }
  return (
    <div class="actions">
      {answer === 'server-unseen' ? (
        <button type="button" onClick={actions.reload}>
          {t('servers_reload')}
        </button>
      ) : null}
      <button type="button" onClick={actions.removePermission}>
        {t('servers_stop')}
      </button>
    </div>
  );
}
