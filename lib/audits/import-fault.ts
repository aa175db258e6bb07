/** Why a text is no document that can be taken in. */
export type DocumentFault =
  /** The text is no JSON. */
  | { fault: 'not-json' }
  /** It is JSON, but no audit of ours. */
  | { fault: 'other-format' }
  /** It was written by a newer version. */
  | { fault: 'newer-version'; version: number }
  /** Something in it is not as the schema says. `path`: where, `entries[3].place`; `expected`: what should stand there. */
  | { fault: 'invalid'; path: string; expected: string };

/** Why a file was not taken in. `too-large`: longer than any text can be. */
export type ImportFault = DocumentFault | { fault: 'full' } | { fault: 'too-large' };
