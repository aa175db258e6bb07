/** A screenshot of a page, taken when its report was made. It shows what a window shows, never the whole length of the page. */
export type PageScreenshot = {
  /** JPEG, PNG or WebP; its type says which. */
  image: Blob;
  /** ISO 8601 in UTC. */
  takenAt: string;
  widthPx: number;
  heightPx: number;
  /** `on-screen` what the user had on screen · `number` the page was scrolled to its first number · `top` the page as it opens. */
  view: 'on-screen' | 'number' | 'top';
};

/**
 * Why there is no screenshot of a page.
 *
 * - `not-asked`: the user wanted none
 * - `not-allowed`: the browser did not allow it
 * - `changed`: the page had changed or was left before the screenshot was taken
 * - `closed`: the window in which screenshots are taken had been closed
 * - `covered`: the page was not drawn in time, as in a window that is covered or minimised
 * - `failed`: the browser gave none
 * - `no-room`: the browser gave no room to keep it
 * - `history`: the report is of the history, which keeps no screenshots
 * - `file`: the audit was taken in from a file, which holds no screenshots
 */
export type NoScreenshot =
  | 'not-asked'
  | 'not-allowed'
  | 'changed'
  | 'closed'
  | 'covered'
  | 'failed'
  | 'no-room'
  | 'history'
  | 'file';

/** A screenshot, or why there is none. */
export type MaybeScreenshot = PageScreenshot | { none: NoScreenshot };
