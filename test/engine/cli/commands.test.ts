import { expect, test } from '@jest/globals';
import type { Application } from '../../../src/engine/application.ts';
import { commandHere } from '../../helpers/processes/command-here.ts';
import { club } from '../club/club.ts';

// The commands below need nothing else of an application.
const load = async (): Promise<Application> => club as Application;

test.each([
  ['matrix --role COACH', 0, 'COACH for COACHING under TRAINEE'],
  ['matrix --purpose COACHNG', 2, 'COACHING'],
  [
    'explain --as MEMBER --field Member.birthDate',
    1,
    'Under PARENT (a child in the reader’s care): permitted, by line parent, clause rights:',
  ],
  ['explain --as COACH --purpose COACHING --field Query.lessons', 0, 'Rows: QUEUE, every row of the queue.'],
  ['record', 0, '## COMPETITION: running a competition'],
  ['lint', 0, '0 found'],
  ['schema --role VISITOR', 0, 'type Query'],
  ['export', 0, '"line": "coach-lesson"'],
])('privacy %s runs on the club', async (given, expected, words) => {
  const { code, stdout, stderr } = await commandHere(load, given.split(' '));
  expect({ code, said: code === 2 ? stderr : stdout }).toEqual({ code: expected, said: expect.stringContaining(words) });
});
