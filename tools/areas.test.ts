import { expect, test } from 'vitest';
import { areaCodes } from '../lib/icp/data/area-codes.ts';
import { areaCodesSource } from './areas.ts';

test('the packed area codes are what `npm run areas` makes of the packages', () => {
  expect(areaCodesSource()).toContain(areaCodes);
});
