import { test } from '../../support/fixtures.ts';
import { auditStates } from '../../support/popup-accessibility.ts';

test.use({ language: 'zh_CN' });

auditStates('zh_CN');
