import { test } from './fixtures.ts';
import { workspaceStates } from './workspace-states.ts';

test.use({ language: 'zh_CN' });

workspaceStates('zh_CN');
