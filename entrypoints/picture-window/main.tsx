import { render } from 'preact';
import { PictureWindow } from '../../components/picture-window.tsx';
import { t } from '../../lib/platform/i18n.ts';
import { closeWhenUnneeded } from '../../lib/platform/picture-window.ts';
import { languageOf } from '../../lib/words/translate.ts';

document.documentElement.lang = languageOf(t) === 'zh' ? 'zh-CN' : 'en';
document.title = t('picture_window_title');

const app = document.getElementById('app');
if (app !== null) render(<PictureWindow t={t} />, app);

void closeWhenUnneeded();
