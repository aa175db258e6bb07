import './facts.css';
import type { ComponentChild } from 'preact';
import type { TextKey, Translate } from '../../lib/texts/language/translate.ts';

/** A fact: its name and its value. A fact without a value is left out. */
export type Fact = { name: TextKey; value: ComponentChild };

/** A list of facts, in order. `rows`: each on a line of its own; else they share lines. */
export function Facts({ t, facts, rows = false }: { t: Translate; facts: Fact[]; rows?: boolean }) {
  const known = facts.filter(({ value }) => value !== null);
  if (known.length === 0) return null;
  return (
    <dl class={rows ? 'facts rows' : 'facts'}>
      {known.map(({ name, value }) => (
        <div key={name}>
          <dt>{t(name)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
