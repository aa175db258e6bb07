/** An error that nobody expected, as a value. `error`: its message, in the browser's words. */
export type Failure = { error: string };
