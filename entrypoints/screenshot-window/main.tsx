import { render } from 'preact';
import { PictureWindow } from '../../components/screenshot-window/screenshot-window.tsx';
import { t } from '../../lib/browser/i18n.ts';
import { closeWhenUnneeded } from '../../lib/browser/screenshot-window.ts';
import { openExtensionPage } from '../../lib/pages/extension-page.ts';

render(<PictureWindow t={t} />, openExtensionPage('picture_window_title'));
void closeWhenUnneeded();
