import { testWorkspaceAccessibility } from '../../support/workspace-accessibility.ts';

testWorkspaceAccessibility('en');
