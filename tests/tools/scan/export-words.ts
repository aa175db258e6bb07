import { reportWords } from '../../../lib/words/report-words.ts';
import { translatorOf } from '../../../lib/words/translator.ts';
import type { Words } from '../../../lib/words/words.ts';
import en from '../../../public/_locales/en/messages.json';
import zh from '../../../public/_locales/zh_CN/messages.json';

/** The extension's words for exports, in the language that the environment asks for: Chinese or English. */
export function exportWords({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): Words {
  const language = LC_ALL || LC_MESSAGES || LANG || 'en';
  return reportWords(translatorOf(language.startsWith('zh') ? zh : en));
}
