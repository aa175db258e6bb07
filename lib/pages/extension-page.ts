import { t } from '../browser/i18n.ts';
import { languageOf, type TextKey } from '../texts/language/translate.ts';

/**
 * Sets the title of a page of the extension, and its language for screen readers. Returns its root element, `<div id="app">`.
 *
 * @throws Error where the page has no such element.
 */
export function openExtensionPage(title: TextKey): HTMLElement {
  document.documentElement.lang = languageOf(t) === 'zh' ? 'zh-CN' : 'en';
  document.title = t(title);
  const root = document.getElementById('app');
  if (root === null) throw new Error('The page has no element "app".');
  return root;
}
