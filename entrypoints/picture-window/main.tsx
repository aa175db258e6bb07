import { render } from 'preact';
import { PictureWindow } from '../../components/picture-window.tsx';
import { openExtensionPage } from '../../lib/platform/extension-page.ts';
import { t } from '../../lib/platform/i18n.ts';
import { closeWhenUnneeded } from '../../lib/platform/picture-window.ts';

render(<PictureWindow t={t} />, openExtensionPage('picture_window_title'));
void closeWhenUnneeded();
