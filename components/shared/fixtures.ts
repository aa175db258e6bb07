/** Texts and findings for the tests of components. */
import type { Finding } from '../../lib/icp/finding.ts';
import type { Match } from '../../lib/icp/number.ts';
import type { Translate } from '../../lib/texts/language/translate.ts';
import { translatorOf } from '../../lib/texts/language/translator.ts';
import en from '../../public/_locales/en/messages.json';
import zh from '../../public/_locales/zh_CN/messages.json';

/** The texts of each language. */
export const languages = { en, zh_CN: zh };

/** A `t` for a language of `_locales`. Fills in `$1` … as the browser does. */
export function textsOf(language: keyof typeof languages): Translate {
  return translatorOf(languages[language]);
}

/** A valid ICP filing in the footer, with the changes given. */
export function findingOf(number: Partial<Match> = {}, finding: Partial<Omit<Finding, 'number'>> = {}): Finding {
  return {
    role: 'claim',
    hidden: false,
    place: 'footer',
    look: null,
    source: 'text',
    link: null,
    nearbyLinks: [],
    surroundings: '© 2024 京ICP备2021018374号-1',
    block: 1,
    ...finding,
    number: {
      kind: 'icp-filing',
      canonical: '京ICP备2021018374号-1',
      province: '11',
      year: 2021,
      serial: '2021018374',
      service: { number: 1, type: 'website' },
      classes: [],
      area: null,
      status: 'valid',
      problems: [],
      raw: '京ICP备2021018374号-1',
      start: 7,
      end: 24,
      ...number,
    },
  };
}
