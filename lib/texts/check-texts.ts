import type { CheckCode } from '../checks/catalogue.ts';
import type { TextKey } from './language/translate.ts';

/** The name of each check, and the rule that it checks. */
export const checkTexts: Record<CheckCode, { name: TextKey; rule: TextKey }> = {
  form: { name: 'check_form', rule: 'check_form_rule' },
  copied: { name: 'check_copied', rule: 'check_copied_rule' },
  'home-page': { name: 'check_home_page', rule: 'check_home_page_rule' },
  visibility: { name: 'check_visibility', rule: 'check_visibility_rule' },
  position: { name: 'check_position', rule: 'check_position_rule' },
  readability: { name: 'check_readability', rule: 'check_readability_rule' },
  'filing-link': { name: 'check_filing_link', rule: 'check_filing_link_rule' },
  'licence-link': { name: 'check_licence_link', rule: 'check_licence_link_rule' },
  'police-link': { name: 'check_police_link', rule: 'check_police_link_rule' },
  holders: { name: 'check_holders', rule: 'check_holders_rule' },
  provinces: { name: 'check_provinces', rule: 'check_provinces_rule' },
  service: { name: 'check_service', rule: 'check_service_rule' },
  hosting: { name: 'check_hosting', rule: 'check_hosting_rule' },
  'police-filing': { name: 'check_police_filing', rule: 'check_police_filing_rule' },
  commercial: { name: 'check_commercial', rule: 'check_commercial_rule' },
  'pre-approval': { name: 'check_pre_approval', rule: 'check_pre_approval_rule' },
};
