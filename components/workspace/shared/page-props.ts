import type { WorkspaceApi } from '../../../lib/audits/api/workspace-api.ts';
import type { Translate } from '../../../lib/texts/language/translate.ts';

/** The props of every screen of the workspace. `copied`: the number that was copied last. */
export type PageProps = {
  t: Translate;
  api: WorkspaceApi;
  copy: (number: string) => Promise<void>;
  copied: string | null;
};
