import { workspaceStates } from './workspace-states.ts';

workspaceStates('en');
