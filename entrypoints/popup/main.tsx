import { render } from 'preact';
import { Popup } from '../../components/popup.tsx';
import { openExtensionPage } from '../../lib/platform/extension-page.ts';
import { t } from '../../lib/platform/i18n.ts';
import { activeTabId } from '../../lib/platform/popup-port.ts';
import { keepOnScreen } from '../../lib/platform/popup-room.ts';
import { openPopupSession } from '../../lib/platform/popup-session.ts';

const root = openExtensionPage('extension_name');
keepOnScreen();
openPopupSession(await activeTabId(), {
  t,
  now: () => new Date(),
  draw: (state, api) => render(<Popup t={t} state={state} api={api} />, root),
});
