import { test } from '../../support/fixtures.ts';
import { workspaceStates } from '../../support/workspace-states.ts';

test.use({ language: 'zh_CN' });

workspaceStates('zh_CN');
