/** The user's settings for the history of sites. */
export type HistorySettings = {
  /** Whether the report of every visited page is kept, not only those of audits. */
  keepVisits: boolean;
  /** After how many days a report in the history is deleted; null: never. */
  keepDays: number | null;
};

/** How many days reports are kept unless the user chooses a number. */
export const defaultKeepDays = 365;

/** The settings until the user changes them. Browsing is private, so no visit is kept. */
export const defaultHistorySettings: HistorySettings = { keepVisits: false, keepDays: defaultKeepDays };
