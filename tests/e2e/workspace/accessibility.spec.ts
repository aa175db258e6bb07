import { workspaceStates } from '../../support/workspace-accessibility.ts';

workspaceStates('en');
