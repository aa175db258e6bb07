import { damagedFiling, damagedPsb } from './damaged.ts';
import type { Grammar } from './grammar.ts';
import { bareNumber, icpNumber, icpSpaced } from './icp.ts';
import { latinIcp, latinPsb } from './latin.ts';
import { permitGrammars } from './permit-grammar.ts';
import { psbLabel, psbNumber, psbPortalLink, psbSpaced } from './psb.ts';
import { classlessNumber, telecomNumber } from './telecom.ts';
import { unlistedPermit } from './unlisted-permit.ts';

/**
 * All grammars, surest first: where two claim the same digits the first has them. Forms with words of their own come
 * before forms that a mere label tells, whole numbers before damaged ones, and numbers with blanks among their digits
 * before the shorter ones that they begin with. What only its label tells to be a permit comes last.
 */
export const grammars: readonly Grammar[] = [
  psbSpaced,
  psbNumber,
  icpSpaced,
  icpNumber,
  telecomNumber,
  classlessNumber,
  latinPsb,
  latinIcp,
  ...permitGrammars,
  psbLabel,
  psbPortalLink,
  bareNumber,
  damagedPsb,
  damagedFiling,
  unlistedPermit,
];
