/**
 * The texts of all languages, for the command line and for tests. The extension gets them from the browser, a worker from its
 * package.
 */
import en from '../../../public/_locales/en/messages.json';
import zh from '../../../public/_locales/zh_CN/messages.json';
import type { Language } from './translate.ts';
import type { Messages } from './translator.ts';

/** By language. */
export const allMessages: Record<Language, Messages> = { en, zh };
