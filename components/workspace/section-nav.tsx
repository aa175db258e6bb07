import './section-nav.css';
import type { TextKey, Translate } from '../../lib/texts/language/translate.ts';
import { hrefOf, type Route, type Section, sections } from './shared/route.ts';

const names: Record<Section, TextKey> = {
  audits: 'workspace_audits',
  check: 'workspace_check',
  history: 'workspace_history',
  settings: 'workspace_settings',
};

const starts: Record<Section, Route> = {
  audits: { section: 'audits', audit: null },
  check: { section: 'check' },
  history: { section: 'history', site: null },
  settings: { section: 'settings' },
};

/** The header of the workspace: the extension's name, and links to the sections. */
export function SectionNav({ t, section }: { t: Translate; section: Section }) {
  return (
    <header class="top">
      <p class="brand">
        <img src="/icons/icon.svg" alt="" width="24" height="24" />
        {t('extension_name')}
      </p>
      <nav aria-label={t('workspace_sections')}>
        {sections.map((each) => (
          <a key={each} href={hrefOf(starts[each])} aria-current={each === section ? 'page' : undefined}>
            {t(names[each])}
          </a>
        ))}
      </nav>
    </header>
  );
}
