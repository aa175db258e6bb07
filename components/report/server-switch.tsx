import type { AnswerCode } from '../../lib/checks/catalogue.ts';
import type { Translate } from '../../lib/texts/language/translate.ts';

/** What a reader can have done about looking where servers stand. */
export type ServerActions = {
  /** Asks the browser for the permission. Browsers want this to come straight from a click. */
  requestPermission: () => void;
  /** Gives the permission back. */
  removePermission: () => void;
  /** Loads the page anew, so that its server is seen. */
  reload: () => void;
};

/** The switch of the feature, beside what it has to say of a page. */
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
