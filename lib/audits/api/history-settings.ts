/** The user's settings for the history of sites. */
export type HistorySettings = {
  /** Whether the report of every page that is visited is kept, not only those of audits. */
  keepVisits: boolean;
  /** After how many days a report in the history is deleted; null: never. */
  keepDays: number | null;
};

/** For how many days reports are kept where the user has not chosen a number. */
export const defaultKeepDays = 365;

/** The settings of a user who has changed none: browsing is private, so no visit is kept. */
export const defaultHistorySettings: HistorySettings = { keepVisits: false, keepDays: defaultKeepDays };
