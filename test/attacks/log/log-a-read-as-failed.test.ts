import { beforeAll, expect, test } from '@jest/globals';
import { cast } from '../../../demo/personas.ts';
import type { Answered } from '../../helpers/gateway/gateway.ts';
import { useGateway } from '../../helpers/gateway/use-gateway.ts';

// The attacker adds a root field that breaks, such as one whose statement takes too long, to an operation that reads people. The answer
// has what the other root fields gave, so its entry must not say that nothing was released.
const gateway = useGateway();
beforeAll(async () => {
  await gateway.database.asOwner('alter table recreation.service rename to service_elsewhere');
});

/** The outcome of an answer's access entry, and what it released of the resident. */
async function entryOf({ privacy }: Answered): Promise<unknown> {
  await gateway.sequence();
  const [entry] = await gateway.database.asOwner(
    `select header ->> 'outcome' as outcome, (
       select about.content -> 'released' from access_log.segment about
       where (about.month, about.seq, about.subject_id) = (entry.month, entry.seq, $2)) as released
     from access_log.full_entry entry where id = $1`,
    [privacy.receipt!.entry, cast.resident],
  );
  return entry;
}

test('a read next to a root field that broke is logged as one that was answered', async () => {
  const answer = await gateway.ask('resident', '{ me { email } services { totalCount } }');
  expect(answer).toMatchObject({ data: { me: { email: expect.stringContaining('@') }, services: null }, codes: ['INTERNAL'] });
  expect(await entryOf(answer)).toEqual({ outcome: 'ANSWERED', released: expect.arrayContaining(['Resident.email']) });
});

test('a change next to a root field that broke was undone, and is logged as one that failed', async () => {
  const query = `mutation ($id: ID!) { purchase(input: { residentId: $id, serviceId: $id }) { resident { email } } }`;
  const answer = await gateway.ask('resident', query, { variables: { id: cast.resident } });
  expect(answer).toMatchObject({ data: { purchase: null }, codes: ['INTERNAL'] });
  expect(await entryOf(answer)).toEqual({ outcome: 'FAILED', released: [] });
});
