import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { cast, matters } from '../../demo/personas.ts';
import { openSituations, type Situations } from '../helpers/situations.ts';
import type { StandpointName } from '../helpers/standpoints.ts';

// A queue does not reveal the data subject of a row: the same row about another resident gives the same response.
let situations: Situations;
beforeAll(async () => {
  situations = await openSituations();
});
afterAll(() => situations.gateway.close());

const request = `where id = '${matters.unassignedRequest}'`;

test.each<[what: string, change: string, seenBy: readonly StandpointName[]]>([
  [
    'an unassigned ticket is another resident’s',
    `update recreation.ticket set resident_id = '${cast.guardian}' where id = '${matters.unassignedTicket}'`,
    ['guardian', 'neighbour'],
  ],
  [
    'a colleague’s ticket is another resident’s',
    `update recreation.ticket set resident_id = '${cast.guardian}' where id = '${matters.otherTicket}'`,
    ['guardian', 'neighbour'],
  ],
  [
    'an unassigned request is another resident’s',
    `update recreation.request set resident_id = '${cast.guardian}' ${request}`,
    ['guardian', 'neighbour'],
  ],
  [
    'it is from a person without an account, with an e-mail address',
    `update recreation.request set resident_id = null, contact_email = 'z.quartermain@example.org' ${request}`,
    ['neighbour'],
  ],
  [
    'another resident’s address is protected',
    // Partners and the officer for mandates no longer see where to find the person; all others see the same as before.
    `update recreation.resident set address_protected = true where id = '${cast.neighbour}'`,
    ['officer for mandates', 'maintenance'],
  ],
  [
    'a resident’s debt is assigned to an agency',
    `update recreation.account set assigned_to = '${cast.collectionAgency}' where resident_id = '${cast.guardian}'`,
    ['collection agency'],
  ],
  [
    'a resident’s credit check opens',
    `update recreation.account set credit_check_open = true where resident_id = '${cast.neighbour}'`,
    ['neighbour', 'officer for mandates', 'credit bureau'],
  ],
  [
    'another clerk serves another person',
    `update recreation.encounter set resident_id = '${cast.neighbour}', purpose = 'PAYMENT' where id = '${matters.otherEncounter}'`,
    // Who is served is told by whoMayLook; the clerks notice nothing.
    ['neighbour'],
  ],
])('%s', async (_what, change, seenBy) => {
  expect(await situations.noticedBy(change)).toEqual(seenBy);
});
