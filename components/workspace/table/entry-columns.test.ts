import { expect, test } from 'vitest';
import { columnIds, columnsOf } from './entry-columns.tsx';

test('a table has the columns that were chosen last, the address among them, in their order; unknown names are left out', () => {
  expect(columnsOf({}, ['tries', 'place', 'of another version'])).toEqual(['place', 'asked', 'tries']);
  expect(columnsOf({ repeats: 'first' }, [])).toEqual(['asked']);
});

test('where none were chosen, an audit that is made again shows what changed', () => {
  expect(columnsOf({}, null)).not.toContain('changes');
  const again = columnsOf({ repeats: 'first' }, null);
  expect(again).toContain('changes');
  expect(again).toEqual(columnIds.filter((id) => again.includes(id)));
});
