import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { cast, matters } from '../../demo/personas.ts';
import {
  change,
  expectSameHistory,
  list,
  fieldsExceptNumber,
  openSealedWorlds,
  pseudonymsOf,
  read,
  type Act,
  type Reading,
  type SealedWorlds,
} from '../helpers/entries/sealed-worlds.ts';
import { shownEntry } from '../helpers/entries/shown-entry.ts';

// The police read the resident's record under a sealed order. The principals from whom the read is sealed get the same
// answers with and without it, byte for byte, and the gateway runs the same SQL statements.
let worlds: SealedWorlds;
beforeAll(async () => {
  worlds = await openSealedWorlds(order);
});
afterAll(() => worlds.close());

const sealedUntil = '2026-09-01T00:00:00.000Z';
const extended = '2026-12-01T00:00:00.000Z';
const office = { purpose: 'MANDATE_ADMINISTRATION' } as const;
const rights = { purpose: 'RIGHTS_FULFILMENT', case: matters.request } as const;

/** Prepares, approves, extends and uses an order. */
async function order(act: Act): Promise<void> {
  await act(({ id }) => read('privacy-officer', id, office));
  const recorded = await act(({ id }) =>
    change(
      'privacy-officer',
      'recordMandate',
      {
        kind: 'COURT_ORDER',
        reference: 'KB-4000',
        issuer: 'Court',
        partnerId: cast.police,
        subjectIds: [id],
        categories: ['NAME', 'BIRTH_DATE', 'SUPPORT_HISTORY'],
        validFrom: '2026-06-01T00:00:00Z',
        validUntil: '2026-07-01T00:00:00Z',
        sealedUntil,
      },
      'mandate { id subjects { givenName } }',
      office,
    ),
  );
  const mandateId: string = recorded?.recordMandate.mandate.id;
  for (const officer of ['privacy-officer-2', 'privacy-officer-3'])
    await act(() => change(officer, 'approveMandate', { mandateId }, 'mandate { status sealedUntil }', office));
  await act(() => change('privacy-officer-2', 'extendSeal', { mandateId, sealedUntil: extended }, 'mandate { id }', office));
  for (const officer of ['privacy-officer', 'privacy-officer-3'])
    await act(() => change(officer, 'approveSeal', { mandateId }, 'mandate { id sealedUntil }', office));
  const police = { mandate: mandateId };
  await act(({ id }) => read('police', id, police));
  const everything =
    'mandate(id: $id) { subjects { id } } residents { edges { node { givenName } } } tickets { edges { node { subject messages { body } } } }';
  await act(() => ({ persona: 'police', query: `query($id: ID!) { ${everything} }`, asked: { ...police, variables: { id: mandateId } } }));
}

/** The readers from whom an order is sealed: the data subject, the guardian, and the officer who answers the data subject. */
const sealedFrom: readonly Reading[] = [{ persona: 'resident' }, { persona: 'guardian' }, { persona: 'privacy-officer', asked: rights }];

describe('clause police: reads under a sealed order', () => {
  test('are shown to the review and to the audit, with their data subject', () => {
    for (const [world, id] of [
      [worlds.sealed, cast.resident],
      [worlds.elsewhere, cast.neighbour],
    ] as const) {
      const found = worlds.reviewedSubjects(world);
      for (const [at, pseudonym] of pseudonymsOf(id).entries()) expect(found[at]).toContain(`LAW_ENFORCEMENT ${pseudonym}`);
    }
  });

  test('are absent from who may look, which the data subject asks', async () => {
    const fields = 'id role partner { id name } purpose categories need { kind number mandateKind openedAt closedAt }';
    for (const [persona, kind] of [
      ['resident', ''],
      ['resident', '(kind: MANDATE)'],
      ['neighbour', ''],
    ] as const) {
      const { answer } = await worlds.expectSameAnswer(worlds.everywhere, { persona, query: `{ whoMayLook${kind} { ${fields} } }` });
      expect(answer.errors).toEqual([]);
      expect(answer.data.whoMayLook.length).toBeGreaterThan(0);
    }
  });

  describe.each(sealedFrom)('are absent for: $persona', (reader) => {
    test.each(['accessEntries', 'disclosures'])('from every field of %s', async (name) => {
      const shown = `edges { node { id ${fieldsExceptNumber} } }`;
      for (const first of [1, 2, 3, 100]) {
        const { answer } = await worlds.expectSameAnswer(worlds.everywhere, {
          persona: reader.persona,
          query: list(name, shown),
          asked: { ...reader.asked, variables: { first } },
        });
        expect(answer.errors).toEqual([]);
        expect(answer.data[name].edges.length).toBeGreaterThan(0);
      }
      for (const fields of ['', 'edges { node { at } }', 'edges { node { subjects { released } } }'])
        await worlds.expectSameAnswer(worlds.everywhere, {
          persona: reader.persona,
          query: list(name, fields),
          asked: { ...reader.asked },
        });
    });

    test.each(['accessEntries', 'disclosures'])('from every page of %s, its numbers and cursors', async (name) => {
      const shown = `pageInfo { endCursor } edges { cursor node { id number ${fieldsExceptNumber} } }`;
      const counts = [];
      for (const first of [1, 5, 20])
        counts.push(await worlds.expectSamePages([worlds.sealed, worlds.elsewhere], reader, list(name, shown), name, first));
      expect(Math.min(...counts)).toBeGreaterThanOrEqual(2);
    });

    test.each([false, true])('from the access history, with the own reads: %s', async (includeOwn) => {
      expect(await expectSameHistory(worlds, reader, includeOwn)).toBeGreaterThanOrEqual(3);
    });

    test('from the proofs, where such an entry is not found', async () => {
      const ids = await worlds.sealed.gateway.database.asOwner<{ id: string }>(
        `select entry.id from access_log.entry join access_log.segment matter on matter.seq = entry.seq and matter.ordinal = 1
         where role = 'LAW_ENFORCEMENT' and matter.content ->> 'authority' <> '${matters.courtOrder}'`,
      );
      expect(ids).toHaveLength(2);
      for (const { id } of ids) {
        const entry = shownEntry(reader.persona, id, reader.asked ? 'RIGHTS_FULFILMENT' : 'SELF_SERVICE');
        const query = `{ accessLog { inclusionProof(entry: "${entry}") { number } } }`;
        const { answer } = await worlds.expectSameAnswer(worlds.everywhere, { persona: reader.persona, query, asked: { ...reader.asked } });
        expect(answer.codes).toEqual([reader.asked ? 'FIELD_NOT_PERMITTED' : 'NOT_FOUND']);
      }
    });

    test('and from the errors for invalid arguments', async () => {
      for (const variables of [{ first: 0 }, { first: 101 }, { after: 'x' }]) {
        const { answer } = await worlds.expectSameAnswer(worlds.everywhere, {
          persona: reader.persona,
          query: list('accessEntries', 'edges { cursor }'),
          asked: { ...reader.asked, variables },
        });
        expect(answer.errors).toHaveLength(1);
      }
    });
  });

  test('a resident cannot reach the order itself', async () => {
    for (const field of ['mandate(id: "70000000-0000-4000-8000-000000000004") { sealedUntil }', 'sealsToReview { id }']) {
      for (const persona of ['resident', 'guardian']) {
        const { answer } = await worlds.expectSameAnswer(worlds.everywhere, { persona, query: `{ ${field} }` });
        expect(answer.codes).toEqual(['FIELD_NOT_PERMITTED']);
      }
    }
  });
});

describe('after its date', () => {
  beforeAll(() => {
    for (const world of worlds.everywhere) world.moveTo(new Date(extended));
  });

  test('every read under the order appears, and every step of its administration', async () => {
    for (const reader of [{ persona: 'resident' }, { persona: 'guardian' }]) {
      const entries = (await worlds.logOf(worlds.sealed, reader)).filter(({ subjects }) => subjects.length > 0);
      // Two of them are under the order that is not sealed. One read tickets, and a guardian is never shown reads of tickets.
      expect(entries.filter(({ role }) => role === 'LAW_ENFORCEMENT')).toHaveLength(reader.persona === 'guardian' ? 3 : 4);
      expect(entries.filter(({ purpose }) => purpose === 'MANDATE_ADMINISTRATION')).toHaveLength(7);
      expect((await worlds.logOf(worlds.elsewhere, reader)).filter(({ purpose }) => purpose === 'MANDATE_ADMINISTRATION')).toHaveLength(0);
    }
  });
});
