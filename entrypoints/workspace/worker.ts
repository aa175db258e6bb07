import { serveTasks } from '../../lib/jobs/worker-server.ts';

serveTasks();
