import { expect, test } from '@jest/globals';
import { changedAnswers } from '../../scripts/update/changed-answers.ts';

test('an update lists the operations whose expected answer changed, appeared or vanished, and no other', () => {
  const before = new Map([['people.txt', '### me\n200\n### search\n200\n### gone\n200\n']]);
  const after = new Map([['people.txt', '### me\n200\n### search\n403\n### new\n200\n']]);
  expect(changedAnswers(before, after)).toEqual(['people.txt: changed: search', 'people.txt: removed: gone', 'people.txt: added: new']);
  expect(changedAnswers(before, before)).toEqual([]);
});
