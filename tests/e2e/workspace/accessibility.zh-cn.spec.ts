import { test } from '../../support/fixtures.ts';
import { testWorkspaceAccessibility } from '../../support/workspace-accessibility.ts';

test.use({ language: 'zh_CN' });

testWorkspaceAccessibility('zh_CN');
