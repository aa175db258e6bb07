import './none-found.css';
import { type PageSort, readPageAddress } from '../../lib/checks/page-address.ts';
import type { TextKey, Translate } from '../../lib/texts/language/translate.ts';

/** For each sort of address: the first text and the others. Only a site's address gets the text on the duties of sites. */
type Texts = readonly [first: TextKey, ...others: TextKey[]];

const site: Texts = ['none_page', 'none_mainland', 'none_elsewhere', 'none_unread'];
const other: Texts = ['none_siteless', 'none_unread_siteless', 'blocked_advice'];

const texts: Record<PageSort, Texts> = {
  web: site,
  store: site,
  file: ['none_file', 'none_file_copy', 'none_unread_siteless'],
  siteless: other,
  reader: other,
  source: other,
  internal: other,
  unknown: other,
};

/** Says what it means, and does not mean, that a page shows no number of its own. */
export function NoneFound({ t, url }: { t: Translate; url: string }) {
  const [first, ...others] = texts[readPageAddress(url).sort];
  return (
    <div class="message">
      <p>{t(first)}</p>
      <ul>
        {others.map((text) => (
          <li key={text}>{t(text)}</li>
        ))}
      </ul>
    </div>
  );
}
