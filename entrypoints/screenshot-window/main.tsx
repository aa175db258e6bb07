import { render } from 'preact';
import { ScreenshotWindowPage } from '../../components/screenshot-window/screenshot-window.tsx';
import { t } from '../../lib/browser/i18n.ts';
import { closeWhenUnneeded } from '../../lib/browser/screenshot-window.ts';
import { openExtensionPage } from '../../lib/pages/extension-page.ts';

render(<ScreenshotWindowPage t={t} />, openExtensionPage('picture_window_title'));
void closeWhenUnneeded();
