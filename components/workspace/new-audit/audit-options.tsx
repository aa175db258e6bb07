import './audit-options.css';
import type { ScreenshotsApi } from '../../../lib/audits/api/workspace-api.ts';
import { type AuditOptions, optionBounds } from '../../../lib/audits/bulk-audit.ts';
import type { Translate } from '../../../lib/texts/language/translate.ts';
import { NumberField } from '../shared/number-field.tsx';
import { ScreenshotOption } from './screenshot-option.tsx';

const { concurrency, limitSeconds, retries } = optionBounds;

/** The form for the name and the options of a new audit. */
export function AuditOptionsForm(props: {
  t: Translate;
  name: string;
  usualName: string;
  onName: (name: string) => void;
  options: AuditOptions;
  onOptions: (options: AuditOptions) => void;
  screenshots: ScreenshotsApi;
}) {
  const { t, name, usualName, onName, options, onOptions, screenshots } = props;
  const set = (change: Partial<AuditOptions>): void => onOptions({ ...options, ...change });
  return (
    <div class="fields">
      <label class="field wide">
        <span>{t('workspace_option_name')}</span>
        <input
          type="text"
          maxLength={200}
          value={name}
          placeholder={usualName}
          onInput={({ currentTarget }) => onName(currentTarget.value)}
        />
      </label>
      <NumberField
        id="option-concurrency"
        label={t('workspace_option_lanes')}
        hint={t('workspace_option_lanes_meaning', concurrency.min, concurrency.max)}
        {...concurrency}
        value={options.concurrency}
        onValue={(concurrency) => set({ concurrency })}
      />
      <NumberField
        id="option-limit"
        label={t('workspace_option_limit')}
        hint={t('workspace_option_limit_meaning', limitSeconds.min, limitSeconds.max)}
        {...limitSeconds}
        value={options.limitMs / 1000}
        onValue={(seconds) => set({ limitMs: seconds * 1000 })}
      />
      <NumberField
        id="option-retries"
        label={t('workspace_option_retries')}
        hint={t('workspace_option_retries_meaning', retries.min, retries.max)}
        {...retries}
        value={options.retries}
        onValue={(retries) => set({ retries })}
      />
      <label class="field check-field wide">
        <input
          type="checkbox"
          checked={options.lookFurther}
          onChange={({ currentTarget }) => set({ lookFurther: currentTarget.checked })}
        />
        <span>
          {t('workspace_option_further')}
          <small>{t('workspace_option_further_meaning')}</small>
        </span>
      </label>
      <ScreenshotOption
        t={t}
        screenshots={screenshots}
        isOn={options.screenshots === true}
        onSwitch={(isOn) => set({ screenshots: isOn })}
      />
    </div>
  );
}
