import { workspaceStates } from '../../support/workspace-states.ts';

workspaceStates('en');
