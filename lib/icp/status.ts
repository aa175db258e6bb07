/** Every status, in the order in which people choose among them. */
export const statuses = ['valid', 'suspect', 'malformed', 'placeholder', 'unofficial'] as const;

/**
 * What the form of a number says about it. It never says that the number is registered. `valid` right form, no problem ·
 * `suspect` right form, but a problem · `malformed` wrong form · `placeholder` template text · `unofficial` joke registries and
 * internal numberings.
 */
export type Status = (typeof statuses)[number];
