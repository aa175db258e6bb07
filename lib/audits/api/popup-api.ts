import type { SiteReport } from '../../checks/site-report.ts';
import type { Finding } from '../../icp/finding.ts';
import type { NoScreenshot } from '../page-screenshot.ts';

/** The functions that the popup may call. */
export type PopupApi = {
  /** Copies a text to the clipboard. `false`: the browser did not allow it. */
  copy: (text: string) => Promise<boolean>;
  /** Scrolls the page to a number and marks it. `false`: the number or the page is gone. */
  show: (finding: Finding) => Promise<boolean>;
  /** Opens an address in a new tab: in front, or behind the present one. `false`: the browser did not open it. */
  open: (url: string, where?: { behind: boolean }) => Promise<boolean>;
  /** Reads the page again. */
  retry: () => void;
  /** Asks the user for the permission to see servers. Call it directly from a click. `false`: the user refused. */
  requestServerPermission: () => Promise<boolean>;
  /** Gives the permission to see servers back. */
  removeServerPermission: () => void;
  /** Loads the page again. */
  reload: () => void;
  /** Saves the page's evidence report. Gives why it has no screenshot, null where it has one; `broken`: nothing was saved. */
  saveEvidence: (report: SiteReport, withScreenshot: boolean) => Promise<NoScreenshot | null | 'broken'>;
  /** Opens the workspace in front. `false`: the browser did not. */
  openWorkspace: () => Promise<boolean>;
  /** Closes the popup. */
  close: () => void;
};
