import type { WorkspaceApi } from '../../lib/audit/workspace-api.ts';
import type { Translate } from '../../lib/words/translate.ts';

/** What every screen of the workspace gets. `copied`: the number that was copied last. */
export type PageProps = {
  t: Translate;
  api: WorkspaceApi;
  copy: (number: string) => Promise<void>;
  copied: string | null;
};
