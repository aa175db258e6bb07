import { auditStates } from '../../support/audit-states.ts';
import { test } from '../../support/fixtures.ts';

test.use({ language: 'zh_CN' });

auditStates('zh_CN');
