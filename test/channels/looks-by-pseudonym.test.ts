import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { cast, matters } from '../../demo/personas.ts';
import {
  change,
  expectSameHistory,
  openSealedWorlds,
  pseudonymsOf,
  read,
  type Act,
  type SealedWorlds,
} from '../helpers/entries/sealed-worlds.ts';
import type { Step, World } from '../helpers/gateway/world.ts';

// A reviewer and an auditor look for the entries about one person, by pseudonym, until they have them all. They need more operations if the
// police read the record under a sealed order. The entries that the person and the guardian see do not depend on that.
let worlds: SealedWorlds;
const operations = new Map<World, number[]>();
beforeAll(async () => {
  worlds = await openSealedWorlds(order, lookForTheResident);
});
afterAll(() => worlds.close());

const office = { purpose: 'MANDATE_ADMINISTRATION' } as const;
const review = { purpose: 'ACCESS_REVIEW' } as const;

/** Records, approves and uses a sealed order. */
async function order(act: Act): Promise<void> {
  const mandate = {
    kind: 'COURT_ORDER',
    reference: 'KB-4001',
    issuer: 'Court',
    partnerId: cast.police,
    categories: ['NAME', 'BIRTH_DATE'],
  };
  const dates = { validFrom: '2026-06-01T00:00:00Z', validUntil: '2026-07-01T00:00:00Z', sealedUntil: '2026-09-01T00:00:00Z' };
  const recorded = await act(({ id }) =>
    change('privacy-officer', 'recordMandate', { ...mandate, ...dates, subjectIds: [id] }, 'mandate { id }', office),
  );
  const mandateId: string = recorded?.recordMandate.mandate.id;
  for (const officer of ['privacy-officer-2', 'privacy-officer-3'])
    await act(() => change(officer, 'approveMandate', { mandateId }, 'mandate { status }', office));
  for (let times = 0; times < 3; times += 1) await act(({ id }) => read('police', id, { mandate: mandateId }));
}

const look = (persona: string, at: number, given: string, asked: object = {}): Step => ({
  persona,
  query: `query ($after: String) { list: accessEntries(${given}, after: $after, pseudonym: "${pseudonymsOf(cast.resident)[at]}") {
    totalCount pageInfo { hasNextPage endCursor } edges { node { role subjects { pseudonym relationship released } } } } }`,
  asked,
});

/** A read of another person. */
const other: Step = { persona: 'neighbour', query: '{ me { givenName } }' };

/** Looks first for what only the work on the sealed order fits, which finds nothing elsewhere, and then for all, page by page. */
async function lookForTheResident(world: World): Promise<void> {
  const made: number[] = [];
  for (const [at, persona, asked, first] of [
    [0, 'reviewer', review, 1],
    [1, 'auditor', {}, 2],
  ] as const) {
    await world.step(look(persona, at, 'first: 100, filter: { purpose: MANDATE_ADMINISTRATION }', asked));
    let pages = 0;
    let after: string | undefined;
    do {
      const seen = await world.step(look(persona, at, `first: ${first}`, { ...asked, variables: { after } }));
      expect(seen!.answer.errors).toEqual([]);
      const { hasNextPage, endCursor } = seen!.answer.data.list.pageInfo;
      after = hasNextPage ? endCursor : undefined;
      pages += 1;
    } while (after !== undefined && pages < mostPages);
    made.push(pages);
    // The clock of each world and the length of its log are the same afterwards.
    for (let rest = pages; rest < mostPages; rest += 1) await world.step(other);
  }
  operations.set(world, made);
}
const mostPages = 24;

describe('looks for the entries about one person', () => {
  test('need more operations where a sealed order was used', () => {
    const [sealed, elsewhere] = [operations.get(worlds.sealed)!, operations.get(worlds.elsewhere)!];
    for (const [at, pages] of sealed.entries()) {
      expect(pages).toBeLessThan(mostPages);
      expect(pages).toBeGreaterThan(elsewhere[at]!);
    }
  });

  test.each([
    { persona: 'resident' },
    { persona: 'guardian' },
    { persona: 'privacy-officer', asked: { purpose: 'RIGHTS_FULFILMENT', case: matters.request } },
  ])('are told alike to: $persona', async (reader) => {
    expect(await expectSameHistory(worlds, reader, true)).toBeGreaterThanOrEqual(5);
  });

  test('are told once for each reader and day', async () => {
    const query = `{ me { accessHistory(first: 100, filter: { from: "2026-06-15T00:00:00Z" }) { edges { node { at by { role } purpose kind categories } } } } }`;
    const { answer } = await worlds.expectSameAnswer(worlds.everywhere, { persona: 'resident', query });
    const told: any[] = answer.data.me.accessHistory.edges.map(({ node }: any) => node);
    for (const purpose of ['ACCESS_REVIEW', 'CONTROL_AUDIT']) {
      // The review of whole pages before it, and the first look.
      const found = told.filter((node) => node.purpose === purpose);
      expect(found.map(({ kind }) => kind)).toEqual(['APPEARED_IN_SEARCH', 'APPEARED_IN_SEARCH']);
    }
  });

  test('are entries of the log, each of them, which a reviewer finds', async () => {
    const [{ looks } = { looks: 0 }] = await worlds.sealed.gateway.database.asOwner<{ looks: number }>(
      `select count(*)::int as looks from access_log.full_entry entry where header -> 'covers' ->> 0 like 'PERSON %'`,
    );
    expect(looks).toBe(operations.get(worlds.sealed)!.reduce((sum, pages) => sum + pages, 2));
  });
});
