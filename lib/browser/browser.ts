/** The browser API of the background and the extension's pages. The content script must not import it: see `page-messages.ts`. */
export { default as browser } from 'webextension-polyfill';
