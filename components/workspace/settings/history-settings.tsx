import { useState } from 'preact/hooks';
import { defaultKeepDays, type HistorySettings } from '../../../lib/audits/api/history-settings.ts';
import type { HistoryApi } from '../../../lib/audits/api/workspace-api.ts';
import type { Translate } from '../../../lib/texts/language/translate.ts';
import { NumberField } from '../shared/number-field.tsx';
import { useLoaded } from '../shared/use-loaded.ts';

/** The form for the history settings: whether visits are kept, and for how long. */
export function HistorySettingsForm({ t, history }: { t: Translate; history: HistoryApi }) {
  const [stored] = useLoaded(history.settings);
  const [changed, setChanged] = useState<HistorySettings | null>(null);
  const settings = changed ?? stored;
  if (settings === null) return null;
  const change = (next: HistorySettings): void => {
    setChanged(next);
    void history.changeSettings(next);
  };
  const { keepVisits, keepDays } = settings;
  return (
    <section class="panel">
      <h2>{t('workspace_history')}</h2>
      <div class="fields">
        <label class="field check-field wide">
          <input
            type="checkbox"
            role="switch"
            aria-checked={keepVisits}
            checked={keepVisits}
            onChange={({ currentTarget }) => change({ ...settings, keepVisits: currentTarget.checked })}
          />
          <span>
            {t('workspace_keep_visits')}
            <small>{t('workspace_keep_visits_meaning')}</small>
          </span>
        </label>
        <label class="field check-field wide">
          <input
            type="checkbox"
            checked={keepDays !== null}
            onChange={({ currentTarget }) =>
              change({ ...settings, keepDays: currentTarget.checked ? defaultKeepDays : null })
            }
          />
          <span>
            {t('workspace_drop_old')}
            <small>{t('workspace_drop_old_meaning')}</small>
          </span>
        </label>
        {keepDays === null ? null : (
          <NumberField
            id="keep-days"
            label={t('workspace_keep_days')}
            hint={t('workspace_keep_days_meaning')}
            min={1}
            max={3650}
            value={keepDays}
            onValue={(days) => change({ ...settings, keepDays: days })}
          />
        )}
      </div>
    </section>
  );
}
