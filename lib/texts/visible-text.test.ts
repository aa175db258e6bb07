import { expect, test } from 'vitest';
import { visibleText } from './visible-text.ts';

test.each([
  ['京ICP备10046444号-1', '京ICP备10046444号-1', 'a plain number is left alone'],
  ['  京ICP备\n\u00a0 10046444号 ', '京ICP备 10046444号', 'white space becomes single spaces'],
  ['京\u202eICP', '京[U+202E]ICP', 'a character that turns the direction is named'],
  ['京\u200bICP\u0007', '京[U+200B]ICP[U+0007]', 'so are invisible ones and controls'],
  ['𠀀'.repeat(300), `${'𠀀'.repeat(240)}…`, 'a long text is cut between characters'],
])('visibleText shows %j as %s (%s)', (text, shown, why) => {
  expect(visibleText(text), why).toBe(shown);
});
