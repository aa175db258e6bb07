import { useMemo, useState } from 'preact/hooks';
import { usualOptions } from '../../lib/audit/bulk-audit.ts';
import { readAddresses } from '../../lib/audit/read-addresses.ts';
import { AddressInput } from './address-input.tsx';
import { countText, dayText } from './amounts.ts';
import { AuditOptionsForm } from './audit-options.tsx';
import { Banner } from './banner.tsx';
import { hrefOf } from './route.ts';
import { ServerOffer } from './server-offer.tsx';
import { Understood } from './understood.tsx';
import type { PageProps } from './workspace.tsx';

/** A new audit: which addresses, how to go about it, what it may see. */
export function NewAudit({ t, deeds }: PageProps) {
  const [text, setText] = useState('');
  const [name, setName] = useState('');
  const [options, setOptions] = useState(usualOptions);
  const [isFull, setFull] = useState(false);
  const [starts, setStarts] = useState(false);
  const read = useMemo(() => readAddresses(text), [text]);
  const count = read.addresses.length;
  const usualName = t('workspace_audit_name', dayText(t, deeds.now()), countText(t, count));

  async function start(): Promise<void> {
    setStarts(true);
    const sites = read.addresses.map(({ asked, address }) => ({ asked, address }));
    const audit = await deeds.audits.start(name.trim() === '' ? usualName : name.trim(), options, sites);
    setStarts(false);
    setFull(audit === 'full');
    if (audit !== 'full') deeds.go(hrefOf({ section: 'audits', audit: audit.id }));
  }

  return (
    <form
      class="new-audit"
      onSubmit={(event) => {
        event.preventDefault();
        if (count > 0 && !starts) void start();
      }}
    >
      <div class="heading">
        <h1>{t('workspace_new_audit')}</h1>
      </div>
      <section class="panel">
        <h2>{t('workspace_addresses')}</h2>
        <AddressInput t={t} sources={deeds.sources} text={text} onText={setText} />
        <Understood t={t} read={read} />
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
        />
      </section>
      <ServerOffer t={t} servers={deeds.servers} />
      <div role="alert">
        {isFull ? (
          <Banner sort="bad">
            <p>
              <b>{t('workspace_full_new')}</b>
            </p>
            <p>{t('workspace_full_new_advice')}</p>
          </Banner>
        ) : null}
      </div>
      <div class="actions">
        <button type="submit" class="primary" disabled={count === 0 || starts}>
          {count === 0 ? t('workspace_start_none') : t('workspace_start', countText(t, count))}
        </button>
        <p class="soft">{t('workspace_start_meaning')}</p>
      </div>
    </form>
  );
}
