import { useState } from 'preact/hooks';
import type { ScreenshotsApi } from '../../../lib/audits/api/workspace-api.ts';
import type { Translate } from '../../../lib/texts/language/translate.ts';

/** The option to take screenshots in an audit. Turning it on requests the permission. Without it, the option stays off and says so. */
export function ScreenshotOption(props: {
  t: Translate;
  screenshots: ScreenshotsApi;
  isOn: boolean;
  onSwitch: (isOn: boolean) => void;
}) {
  const { t, screenshots, isOn, onSwitch } = props;
  const [refused, setRefused] = useState(false);

  async function change(box: HTMLInputElement): Promise<void> {
    // The request must come first: browsers accept it only directly in a click handler.
    const given = box.checked && (await screenshots.requestPermission());
    setRefused(box.checked && !given);
    // If only the box changed, Preact does not render it again.
    box.checked = given;
    onSwitch(given);
  }

  return (
    <div class="field wide">
      <label class="check-field">
        <input type="checkbox" checked={isOn} onChange={({ currentTarget }) => void change(currentTarget)} />
        <span>
          {t('workspace_option_pictures')}
          <small>{t('workspace_option_pictures_meaning')}</small>
          <small>
            {t(screenshots.needsWindow ? 'workspace_option_pictures_window' : 'workspace_option_pictures_behind')}
          </small>
        </span>
      </label>
      <p role="status" class="soft">
        {refused ? t('workspace_option_pictures_refused') : null}
      </p>
    </div>
  );
}
