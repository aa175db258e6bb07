import './new-audit.css';
import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import { countText, dayText } from '../../../lib/texts/amount-texts.ts';
import type { TextKey } from '../../../lib/texts/language/translate.ts';
import { Banner } from '../shared/banner.tsx';
import { PageRight } from '../shared/page-permission.tsx';
import type { PageProps } from '../shared/page-props.ts';
import { hrefOf } from '../shared/route.ts';
import { ServerOffer } from '../shared/server-offer.tsx';
import { usePageRight } from '../shared/use-page-permission.ts';
import { Why } from '../shared/why.tsx';
import { AddressInput } from './address-input.tsx';
import { AddressSummaryView } from './address-summary.tsx';
import { AuditOptionsForm } from './audit-options.tsx';
import { tableInField, useAddresses } from './use-addresses.ts';
import { type Draft, useDraft } from './use-draft.ts';

/** Why an audit was not begun, and what to do about it. */
const faults: Record<'full' | 'lost' | 'broken' | 'not-allowed', readonly TextKey[]> = {
  full: ['workspace_full_new', 'workspace_full_new_advice'],
  lost: ['workspace_start_lost'],
  broken: ['workspace_start_broken'],
  'not-allowed': ['workspace_start_not_allowed', 'workspace_start_not_allowed_advice'],
};

/** A new audit: which addresses, how to go about it, what it may see. `draft`: what was filled in when it was left. */
export function NewAudit({ t, api, draft }: PageProps & { draft: RefObject<Draft> }) {
  const { text, setText, pieces, setPieces, wanted, setWanted, name, setName, options, setOptions, done } =
    useDraft(draft);
  const [fault, setFault] = useState<{ name: keyof typeof faults; why?: string } | null>(null);
  const [starts, setStarts] = useState<{ done: number } | null>(null);
  const { known, isCurrent, readFault, again, reader } = useAddresses(api.audits.openReader, text, pieces, wanted);
  const mayReadAll = usePageRight(api.pages);
  const count = known.summary.addresses;
  const canStart = count > 0 && isCurrent && starts === null;
  const usualName = t('workspace_audit_name', dayText(t, api.now()), countText(t, count));

  /** `anyway`: even without the right to read every page. */
  async function start(anyway: boolean): Promise<void> {
    setStarts({ done: 0 });
    setFault(null);
    // Nothing may come before the question: browsers want it to come straight from the click.
    if (mayReadAll === false && !anyway && !(await api.pages.requestPermission())) {
      setStarts(null);
      setFault({ name: 'not-allowed' });
      return;
    }
    const named = name.trim() === '' ? usualName : name.trim();
    const audit = await reader.current?.start(named, options, (done) => setStarts({ done }));
    setStarts(null);
    if (audit === undefined) return;
    if (audit === 'full') setFault({ name: audit });
    else if (audit === 'lost' || 'error' in audit) {
      again();
      setFault(audit === 'lost' ? { name: audit } : { name: 'broken', why: audit.error });
    } else {
      done();
      api.navigate(hrefOf({ section: 'audits', audit: audit.id }));
    }
  }

  return (
    <form
      class="new-audit"
      onSubmit={(event) => {
        event.preventDefault();
        if (canStart) void start(false);
      }}
    >
      <div class="heading">
        <h1>{t('workspace_new_audit')}</h1>
      </div>
      <section class="panel">
        <h2>{t('workspace_addresses')}</h2>
        <AddressInput
          t={t}
          sources={api.sources}
          text={text}
          onText={setText}
          pieces={pieces}
          onPieces={setPieces}
          column={wanted.get(tableInField(text)) ?? null}
          unreadable={known.unreadable}
        />
        <div role="alert">
          {readFault === null ? null : (
            <Banner sort="bad">
              <p>{t(readFault === 'lost' ? 'workspace_reading_lost' : 'workspace_reading_broken')}</p>
              <Why t={t} why={readFault === 'lost' ? null : readFault.error} />
              <button type="button" onClick={again}>
                {t('workspace_reading_again')}
              </button>
            </Banner>
          )}
        </div>
        <p role="status" class="soft reading">
          {isCurrent || readFault !== null ? null : <span>{t('workspace_reading')}</span>}
        </p>
        {readFault !== null ? null : (
          <AddressSummaryView
            t={t}
            summary={known.summary}
            onColumn={(place, column) => {
              const table = place === 0 ? tableInField(text) : (known.pieces[place - 1]?.id ?? '');
              setWanted((wanted) => new Map(wanted).set(table, column));
            }}
            names={
              known.pieces.length === 0 || (text.trim() === '' && known.pieces.length === 1)
                ? []
                : [t('workspace_the_field'), ...known.pieces.map(({ name }) => name)]
            }
          />
        )}
      </section>
      <section class="panel">
        <h2>{t('workspace_options')}</h2>
        <AuditOptionsForm
          t={t}
          name={name}
          usualName={usualName}
          onName={setName}
          options={options}
          onOptions={setOptions}
          screenshots={api.screenshots}
        />
      </section>
      <ServerOffer t={t} servers={api.servers} />
      <PageRight t={t} pages={api.pages} />
      <div role="alert">
        {fault === null ? null : (
          <Banner sort="bad">
            {faults[fault.name].map((key, index) => (
              <p key={key}>{index === 0 ? <b>{t(key)}</b> : t(key)}</p>
            ))}
            <Why t={t} why={fault.why} />
            {fault.name !== 'not-allowed' ? null : (
              <div class="actions">
                <button type="button" disabled={!canStart} onClick={() => void start(true)}>
                  {t('workspace_start_anyway')}
                </button>
              </div>
            )}
          </Banner>
        )}
      </div>
      <div class="actions">
        <button type="submit" class="primary" disabled={!canStart}>
          {count === 0 ? t('workspace_start_none') : t('workspace_start', countText(t, count))}
        </button>
        <p class="soft">{t('workspace_start_meaning')}</p>
      </div>
      <p role="status" class="soft reading">
        {starts === null ? null : (
          <span>{t('workspace_starting', countText(t, starts.done), countText(t, count))}</span>
        )}
      </p>
    </form>
  );
}
