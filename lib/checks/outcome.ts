/** Outcomes, worst first. */
export const outcomes = ['fail', 'warn', 'unknown', 'pass'] as const;

/**
 * What a check came to. `pass` what was looked at is as the rule asks · `warn` something to look into · `fail` it is not as
 * the rule asks · `unknown` it could not be told from this page. Silence is never guilt.
 */
export type Outcome = (typeof outcomes)[number];

const looks: Record<Outcome, boolean> = { fail: true, warn: true, unknown: false, pass: false };

/** Whether something is not as it should be, or may not be. */
export function asksForLook({ outcome }: { outcome: Outcome }): boolean {
  return looks[outcome];
}

/**
 * What some checks come to together: what speaks against a site counts first, then what speaks for it. Something can hardly
 * ever be told, such as whether a site charges, so that what is not known decides only where nothing else is.
 */
export function overallOf(found: readonly { outcome: Outcome }[]): Outcome {
  const told = found.filter(({ outcome }) => outcome !== 'unknown');
  return told.length === 0 ? 'unknown' : worstOf(told);
}

/** The worst outcome of some checks; `pass` for none. */
export function worstOf(found: readonly { outcome: Outcome }[]): Outcome {
  return outcomes.find((outcome) => found.some((check) => check.outcome === outcome)) ?? 'pass';
}
