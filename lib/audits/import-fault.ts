/** Why a text is no document that can be imported. */
export type DocumentFault =
  /** The text is no JSON. */
  | { fault: 'not-json' }
  /** The text is JSON, but not an audit of ours. */
  | { fault: 'other-format' }
  /** It was written by a newer version. */
  | { fault: 'newer-version'; version: number }
  /** The document breaks the schema. `path`: where, `entries[3].place`; `expected`: what should stand there. */
  | { fault: 'invalid'; path: string; expected: string };

/** Why a file was not imported. `too-large`: it is longer than a string can be. */
export type ImportFault = DocumentFault | { fault: 'full' } | { fault: 'too-large' };
