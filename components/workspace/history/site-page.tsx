import { PageText } from '../../shared/page-text.tsx';
import { ConfirmButton } from '../shared/confirm-button.tsx';
import type { PageProps } from '../shared/page-props.ts';
import { hrefOf } from '../shared/route.ts';
import { SiteTimeline } from '../shared/site-timeline.tsx';

/** The history of one site. */
export function SitePage({ site, ...common }: PageProps & { site: string }) {
  const { t, api } = common;
  const back = hrefOf({ section: 'history', site: null });
  return (
    <>
      <div class="heading">
        <div>
          <p class="soft">
            <a href={back}>{t('workspace_history')}</a>
          </p>
          <h1>
            <PageText text={site} />
          </h1>
        </div>
        <div class="actions">
          <ConfirmButton
            t={t}
            question="workspace_delete_site_question"
            answer="workspace_delete"
            onConfirm={() => void api.history.deleteSites([site]).then(() => api.navigate(back))}
          >
            {t('workspace_delete_site')}
          </ConfirmButton>
        </div>
      </div>
      <SiteTimeline {...common} site={site} hasReport={false} opens />
    </>
  );
}
