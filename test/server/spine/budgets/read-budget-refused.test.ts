import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { cast, matters } from '../../../../demo/personas.ts';
import type { Answered, TestGateway } from '../../../helpers/gateway/gateway.ts';
import {
  openTwoInstances,
  outcome,
  perHour,
  refused,
  shown,
  type Asking,
  type TwoInstances,
} from '../../../helpers/gateway/two-instances.ts';

// Clause `safeguards`: an operation that exceeds the read budget is refused as a whole.
let one: TestGateway;
let other: TestGateway;
let ids: readonly string[];
let ask: TwoInstances['ask'];
let look: TwoInstances['look'];
let counted: TwoInstances['counted'];
let close: TwoInstances['close'];
beforeEach(async () => {
  ({ one, other, ids, ask, look, counted, close } = await openTwoInstances());
});
afterEach(() => close());

describe('a refused operation', () => {
  const update = 'mutation ($input: UpdateContactInput!) { updateContact(input: $input) { resident { givenName } } }';
  const serving = (phone: string): Asking => ({
    headers: { 'privacy-case': matters.encounter },
    variables: { input: { residentId: cast.resident, phone } },
  });
  const phone = async (): Promise<string> =>
    (await one.database.asOwner<{ phone: string }>('select phone from recreation.resident where id = $1', [cast.resident]))[0]!.phone;
  interface Opened {
    readonly outcome: string;
    readonly kind: string;
    readonly content: { readonly released: readonly string[]; readonly withheld: readonly string[] };
  }
  async function entryOf({ privacy }: Answered): Promise<{ readonly outcome: string; readonly subjects: Opened['content'][] }> {
    await one.sequence();
    const rows = await one.database.asOwner<Opened>(
      `select entry.header ->> 'outcome' as outcome, segment.content ->> 'kind' as kind, segment.content
       from access_log.full_entry entry join access_log.segment on segment.seq = entry.seq and segment.month = entry.month where entry.id = $1`,
      [privacy.receipt!.entry],
    );
    return { outcome: rows[0]!.outcome, subjects: rows.filter(({ kind }) => kind === 'subject').map(({ content }) => content) };
  }
  const releasedIn = ({ subjects }: Awaited<ReturnType<typeof entryOf>>): string[] => subjects.flatMap(({ released }) => released);

  test('is logged as refused, with nothing released about any data subject', async () => {
    const before = await entryOf(await look(one, ids.slice(0, 19)));
    expect(before).toMatchObject({ outcome: 'ANSWERED' });
    expect(before.subjects).toHaveLength(19);
    expect(before.subjects[0]!.released).toContain('Resident.givenName');
    const refusal = await entryOf(await look(one, ids.slice(18, 24)));
    expect(refusal.outcome).toBe('REFUSED');
    expect(refusal.subjects).toHaveLength(6);
    for (const { released, withheld } of refusal.subjects) {
      expect(released).toEqual([]);
      expect(withheld).toContain('Resident.givenName');
      expect(withheld).toEqual(withheld.toSorted());
    }
  });

  test('is undone if it is a mutation', async () => {
    expect(outcome(await ask(one, update, serving('+17805550142')))).toMatchObject({ status: 200, codes: [] });
    expect(await phone()).toBe('+17805550142');
    // The data subjects that it showed stay counted.
    expect(await counted()).toBe(1);
    await one.database.asOwner('truncate access_log.budget_subject');
    expect(shown(await look(other, ids.slice(0, perHour)))).toBe(perHour);
    const over = await ask(one, update, serving('+17805550143'));
    expect(outcome(over)).toEqual(refused);
    expect(await phone()).toBe('+17805550142');
    const entry = await entryOf(over);
    expect({ outcome: entry.outcome, released: releasedIn(entry) }).toEqual({ outcome: 'REFUSED', released: [] });
    expect(await counted()).toBe(perHour);
  });

  test('is neither counted nor remembered as counted if it is a mutation whose entry was not stored', async () => {
    await one.database.asOwner('revoke insert on access_log.staged from ntk_gateway');
    expect((await ask(one, update, serving('+17805550145'))).codes).toEqual(['LOG_UNAVAILABLE']);
    expect(await counted()).toBe(0);
    await one.database.asOwner('grant insert on access_log.staged to ntk_gateway');
    expect(shown(await look(one, [cast.resident]))).toBe(1);
    expect(await counted()).toBe(1);
  });

  test('has one error, for every value of Privacy-Withheld', async () => {
    await look(one, ids.slice(0, perHour));
    const withheld = await ask(one, `{ resident(id: "${ids[21]!}") { givenName account { balance } } }`, {
      headers: { 'privacy-withheld': 'error' },
    });
    expect(outcome(withheld)).toEqual(refused);
  });

  describe.each([
    ['may not be called', 'revoke execute on function access_log.spend from ntk_gateway'],
    ['is not there', 'drop function access_log.spend'],
    ['fails', 'alter table access_log.budget_subject rename to elsewhere'],
  ])('because counting %s', (_name, statement) => {
    test('releases nothing', async () => {
      expect(shown(await look(one, ids.slice(0, 1)))).toBe(1);
      await one.database.asOwner(statement);
      const failed = await look(one, ids.slice(1, 2));
      expect(outcome(failed)).toEqual({ status: 503, codes: ['DATABASE_UNAVAILABLE'], data: null });
      const entry = await entryOf(failed);
      expect({ outcome: entry.outcome, released: releasedIn(entry), subjects: entry.subjects.length }).toEqual({
        outcome: 'FAILED',
        released: [],
        subjects: 1,
      });
      const before = await phone();
      const change = await ask(one, update, serving('+17805550144'));
      expect(outcome(change)).toEqual({ status: 503, codes: ['DATABASE_UNAVAILABLE'], data: null });
      expect(await phone()).toBe(before);
      expect(releasedIn(await entryOf(change))).toEqual([]);
    });
  });
});
