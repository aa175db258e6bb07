import { auditStates } from './audit-states.ts';
import { test } from './fixtures.ts';

test.use({ language: 'zh_CN' });

auditStates('zh_CN');
