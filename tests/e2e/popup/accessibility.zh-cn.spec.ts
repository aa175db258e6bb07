import { test } from '../../support/fixtures.ts';
import { testPopupAccessibility } from '../../support/popup-accessibility.ts';

test.use({ language: 'zh_CN' });

testPopupAccessibility('zh_CN');
