import { allMessages } from '../../lib/texts/language/all-messages.ts';
import { translatorOf } from '../../lib/texts/language/translator.ts';
import type { ReportTexts } from '../../lib/texts/report-texts.ts';
import { reportTexts } from '../../lib/texts/report-texts.ts';

/** The extension's texts for exports, in the language of the environment: Chinese or English. */
export function exportWords({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): ReportTexts {
  const language = LC_ALL || LC_MESSAGES || LANG || 'en';
  return reportTexts(translatorOf(allMessages[language.startsWith('zh') ? 'zh' : 'en']));
}
