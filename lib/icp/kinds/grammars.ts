import { damagedFiling, damagedPsb } from './damaged.ts';
import type { Grammar } from './grammar.ts';
import { bareNumber, icpNumber, icpSpaced } from './icp.ts';
import { latinIcp, latinPsb } from './latin.ts';
import { permitGrammars } from './permit-grammar.ts';
import { psbLabel, psbNumber, psbPortalLink, psbSpaced } from './psb.ts';
import { classlessNumber, telecomNumber } from './telecom.ts';
import { unlistedPermit } from './unlisted-permit.ts';

/**
 * All grammars, the surest first: where two match the same digits, the first gets them. Forms with words of their own come
 * before forms that only a label tells. Whole numbers come before damaged ones. Numbers with blanks among their digits come
 * before the shorter numbers that they begin with. Permits that only their label tells come last.
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
