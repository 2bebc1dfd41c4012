import { afterAll, beforeAll } from '@jest/globals';
import { cast, matters } from '../../demo/personas.ts';
import { describeNoticing } from '../helpers/changes/describe-noticing.ts';
import { openSituations, type Situations } from '../helpers/asking/situations.ts';

// A principal who may not see a value can't tell whether there is one, nor whose a row of a queue is: the whole response stays the same,
// byte for byte, over every root field of the query. The standpoints that may see it are listed, and their responses change.
let situations: Situations;
beforeAll(async () => {
  situations = await openSituations();
});
afterAll(() => situations.gateway.close());

const person = `where id = '${cast.resident}'`;
const owned = `where resident_id = '${cast.resident}'`;
const family = ['resident', 'guardian', 'distant guardian'] as const;
const tickets = `select id from recreation.ticket ${owned}`;

const request = `where id = '${matters.unassignedRequest}'`;

describeNoticing(() => situations, {
  with: [
    [
      'no email address',
      `update recreation.resident set email = null ${person}`,
      [...family, 'clerk', 'clerk serving', 'support on the ticket', 'officer on the request', 'maintenance', 'collection agency'],
    ],
    [
      'an email address with the same hint',
      `update recreation.resident set email = 'k.other@example.org' ${person}`,
      [...family, 'clerk serving', 'support on the ticket', 'officer on the request', 'collection agency'],
      2,
    ],
    [
      'another card number',
      `update recreation.resident set card_number = '4539578763621486' ${person}`,
      [...family, 'officer on the request'],
    ],
    [
      'another day since when the record is unchanged',
      `update recreation.resident set identity_since = '2020-01-01', contact_since = '2020-01-02', card_since = '2020-01-03' ${person};
       update recreation.household_member set since = '2020-01-04' ${owned}`,
      ['resident', 'guardian', 'officer on the request'],
      3,
    ],
    [
      'no mobile telephone',
      `update recreation.resident set mobile_phone = null ${person}`,
      ['resident', 'guardian', 'support on the ticket', 'officer on the request', 'collection agency'],
    ],
    [
      'no street and no postal code',
      `update recreation.resident set street = null, postal_code = null ${person}`,
      ['resident', 'guardian', 'clerk serving', 'officer on the request', 'credit bureau', 'collection agency', 'police'],
    ],
    [
      'another birth date of the same age band',
      `update recreation.resident set birth_date = birth_date + 1 ${person}`,
      [...family, 'officer on the request', 'officer for mandates', 'credit bureau', 'police'],
    ],
    ['no purchases', `delete from recreation.purchase ${owned}`, [...family, 'clerk serving', 'officer on the request']],
    [
      'no account',
      `delete from recreation.account ${owned}`,
      // The bureau and the agency see the person while the check is open and the debt is overdue.
      [...family, 'officer on the request', 'officer for mandates', 'credit bureau', 'collection agency'],
    ],
    [
      'no household',
      `delete from recreation.household_member ${owned}`,
      ['resident', 'guardian', 'clerk serving', 'officer on the request'],
    ],
    [
      'no guardianship over a minor of another household',
      `delete from recreation.guardianship where guardian_id = '${cast.distantGuardian}'`,
      ['distant guardian'],
    ],
    [
      'no messages, and another subject of the tickets',
      `delete from recreation.ticket_message where ticket_id in (${tickets}); update recreation.ticket set subject = 'Another' ${owned}`,
      ['resident', 'guardian', 'support on the ticket', 'officer on the request'],
    ],
    [
      'another body of the request',
      `update recreation.request set body = 'Another' where id = '${matters.request}'`,
      ['resident', 'officer on the request'],
    ],
  ],
  where: [
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
      'it is from a person without an account, with an email address',
      `update recreation.request set resident_id = null, contact_email = 'z.quartermain@example.org' ${request}`,
      ['neighbour'],
      2,
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
      // The field whoMayLook tells who is served; the clerks notice nothing.
      ['neighbour'],
    ],
  ],
});
