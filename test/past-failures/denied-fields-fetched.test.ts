import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { cast, matters } from '../../demo/personas.ts';
import { useGateway } from '../helpers/gateway/use-gateway.ts';
import { captureStatements } from '../helpers/values/statements.ts';
import { askFrom, standpointNamed, type StandpointName } from '../helpers/asking/standpoints.ts';

// wundergraph/cosmo#2050: the router fetched fields that may not be seen from its services, and removed them from the answer
// afterwards.
let captured: ReturnType<typeof captureStatements>;
const gateway = useGateway();
beforeEach(() => {
  captured = captureStatements();
});
afterEach(() => captured.stop());

const whole = `query ($id: ID!) { resident(id: $id) {
  givenName birthDate email phone address { street postalCode }
  account { balance overdueAmount creditCheckOpen } purchases { edges { node { amount quantity } } }
  household { id members { givenName ageBand } } guardianships { areas minor { givenName } }
  tickets { edges { node { subject messages { body author { __typename } } } } } } }`;

/** The text of the statements that read records, without the look-ups of relationships and the log's statements. */
async function readBy(name: StandpointName): Promise<string> {
  captured.statements.splice(0);
  const { errors } = await askFrom(gateway, standpointNamed(name), whole, { id: cast.resident });
  expect(errors).toEqual([]);
  const texts = captured.statements.map(({ text }) => text.replace(/case when not coalesce\([^]*? as "~relationship"/, ''));
  return texts.filter((text) => /from recreation\./.test(text) && !/ as fact\b|with next as/.test(text)).join('\n');
}

const columns = [
  'resident.given_name',
  'resident.birth_date::text',
  'resident.email ',
  'resident.phone ',
  'resident.street',
  'resident.postal_code',
  'account.balance',
  'account.overdue_amount::text',
  'account.credit_check_open as',
  'purchase.amount',
  'purchase.quantity',
  'ticket.subject',
  'message.body',
  'care.scope as',
] as const;
const finances = ['account.balance', 'account.overdue_amount::text', 'account.credit_check_open as'];
const purchases = ['purchase.amount', 'purchase.quantity'];
const history = ['ticket.subject', 'message.body'];
const address = ['resident.street', 'resident.postal_code'];
const contact = ['resident.email ', 'resident.phone '];

describe('wundergraph/cosmo#2050: a field that no relationship could permit is not fetched', () => {
  test('every field is fetched for the resident', async () => {
    const read = await readBy('resident');
    // The minor is not a guardian, but the guardianships are read.
    expect(columns.filter((column) => !read.includes(column))).toEqual([]);
  });

  test.each<[StandpointName, readonly string[]]>([
    ['clerk serving', ['resident.birth_date::text', ...finances, ...history]],
    ['support on the ticket', ['resident.birth_date::text', ...address, ...finances, ...purchases, 'care.scope as']],
    ['officer for mandates', [...contact, ...address, ...purchases, ...history, 'care.scope as']],
    ['maintenance', [...columns]],
    ['credit bureau', [...contact, ...finances, ...purchases, ...history, 'care.scope as']],
    ['collection agency', ['resident.birth_date::text', 'account.balance', 'account.credit_check_open as', ...purchases, ...history]],
    ['police', [...contact, ...finances, ...purchases, ...history, 'care.scope as']],
  ])('%s', async (name, hidden) => {
    const read = await readBy(name);
    expect(read).toContain('from recreation.resident resident');
    expect(hidden.filter((column) => read.includes(column))).toEqual([]);
  });

  test('a table is not read if none of its fields may be seen', async () => {
    for (const table of [
      'recreation.purchase purchase',
      'recreation.ticket ticket',
      'recreation.household_member home',
      'recreation.guardianship care',
    ]) {
      expect(await readBy('resident')).toContain(table);
      expect((await readBy('maintenance')).split('\n').filter((line) => line.includes(`from ${table}`))).toEqual([]);
    }
  });

  test('a mutation’s payload fetches no more than a query', async () => {
    const change = `mutation { updateContact(input: { residentId: "${cast.resident}", phone: "+17805550110" }) { resident { givenName birthDate account { balance } } } }`;
    const read = async (persona: string, asked = {}): Promise<string> => {
      captured.statements.splice(0);
      expect((await gateway.ask(persona, change, asked)).errors).toEqual([]);
      return captured.statements.map(({ text }) => text).join('\n');
    };
    expect(await read('resident')).toContain('account.balance');
    const counter = await read('customer-service', { purpose: 'SERVICE_PROVISION', case: matters.encounter });
    expect(counter).toContain('resident.given_name');
    for (const column of ['resident.birth_date::text', 'account.balance']) expect(counter).not.toContain(column);
  });
});
