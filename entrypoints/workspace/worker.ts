import { serveTasks } from '../../lib/platform/serve-tasks.ts';

serveTasks();
