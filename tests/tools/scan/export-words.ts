import { reportWords } from '../../../lib/words/report-words.ts';
import type { Translate } from '../../../lib/words/translate.ts';
import type { Words } from '../../../lib/words/words.ts';
import en from '../../../public/_locales/en/messages.json';
import zh from '../../../public/_locales/zh_CN/messages.json';

/** The extension's words for exports, in the language that the environment asks for: Chinese or English. */
export function exportWords({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): Words {
  const language = LC_ALL || LC_MESSAGES || LANG || 'en';
  const messages = language.startsWith('zh') ? zh : en;
  // As the browser fills them in.
  const t: Translate = (key, ...values) =>
    messages[key].message.replace(/\$(\d)/g, (_, place) => String(values[Number(place) - 1] ?? ''));
  return reportWords(t);
}
