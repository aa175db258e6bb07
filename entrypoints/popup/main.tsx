import { render } from 'preact';
import { keepOnScreen } from '../../components/popup/keep-on-screen.ts';
import { Popup } from '../../components/popup/popup.tsx';
import { t } from '../../lib/browser/i18n.ts';
import { activeTabId } from '../../lib/browser/popup-actions.ts';
import { openExtensionPage } from '../../lib/pages/extension-page.ts';
import { openPopupSession } from '../../lib/pages/popup-session.ts';

const root = openExtensionPage('extension_name');
keepOnScreen();
openPopupSession(await activeTabId(), {
  t,
  now: () => new Date(),
  draw: (tabReport, api) => render(<Popup t={t} tabReport={tabReport} api={api} />, root),
});
