import { test } from '../../support/fixtures.ts';
import { workspaceStates } from '../../support/workspace-accessibility.ts';

test.use({ language: 'zh_CN' });

workspaceStates('zh_CN');
