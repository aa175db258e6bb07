/** The browser API of the background and the extension's pages. The content script must not import it; `page-messages.ts` says why. */
export { default as browser } from 'webextension-polyfill';
