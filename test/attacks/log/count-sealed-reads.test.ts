import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { cast, matters } from '../../../demo/personas.ts';
import { parseCheckpoint } from '../../../src/log/tree/checkpoint.ts';
import { parseNote } from '../../../src/log/keys/note.ts';
import type { Receipt } from '../../../src/log/proofs/receipt.ts';
import { tilePath } from '../../../src/log/tree/tile.ts';
import type { Answered } from '../../helpers/gateway/gateway.ts';
import { change, list, openSealedWorlds, read, type Act, type SealedWorlds } from '../../helpers/entries/sealed-worlds.ts';
import type { Step, World } from '../../helpers/gateway/world.ts';

// A person counts the entries of the log that are hidden from them: by gaps in the numbers, totals, the size of the public tree, receipts
// and proofs. In one world the police read the person's record under a sealed order. In the other they read another person's record, so
// that the log has the same length. The person gets the same from both, apart from hashes, which commit to salted contents.
let worlds: SealedWorlds;
beforeAll(async () => {
  worlds = await openSealedWorlds(order);
});
afterAll(() => worlds.close());

const office = { purpose: 'MANDATE_ADMINISTRATION' } as const;
const review = { purpose: 'ACCESS_REVIEW' } as const;
const entryFields = 'id number at role purpose authority outcome statementVersion command erases subjects { pseudonym released }';
/** Everything that tells the length of the log, or the number of entries that a person sees. */
const counting = [
  list('accessEntries', `pageInfo { endCursor } edges { cursor node { ${entryFields} } }`),
  list('disclosures', `pageInfo { endCursor } edges { cursor node { ${entryFields} } }`),
  '{ accessEntries(first: 1) { totalCount } }',
  `{ accessEntries(first: 9, filter: { role: LAW_ENFORCEMENT, purpose: LEGAL_DEMAND }) { totalCount edges { cursor node { ${entryFields} } } } }`,
  `{ accessEntries(first: 9, filter: { from: "2020-01-01T00:00:00Z", until: "2040-01-01T00:00:00Z" }) { totalCount edges { node { id } } } }`,
  '{ accessLog { consistencyProof(from: "1", to: "2") } }',
  '{ accessLog { checkpoint } }',
];

async function order(act: Act): Promise<void> {
  const input = {
    kind: 'COURT_ORDER',
    reference: 'KB-4100',
    issuer: 'Court',
    partnerId: cast.police,
    categories: ['NAME', 'BIRTH_DATE'],
    validFrom: '2026-06-01T00:00:00Z',
    validUntil: '2026-07-01T00:00:00Z',
    sealedUntil: '2026-09-01T00:00:00.000Z',
  };
  const recorded = await act(({ id }) =>
    change('privacy-officer', 'recordMandate', { ...input, subjectIds: [id] }, 'mandate { id }', office),
  );
  const mandateId: string = recorded?.recordMandate.mandate.id;
  for (const officer of ['privacy-officer-2', 'privacy-officer-3'])
    await act(() => change(officer, 'approveMandate', { mandateId }, 'mandate { status }', office));
  for (let times = 0; times < 3; times += 1) await act(({ id }) => read('police', id, { mandate: mandateId }));
}

const sameLength = () => [worlds.sealed, worlds.elsewhere];
const shapeOf = (text: string): string => text.replaceAll(/[A-Za-z\d+/]{43}=|[\da-f]{64}|[A-Za-z\d+/]{80,}={0,2}/g, 'HASH');

/** Links an employee to a resident's record in every world. */
async function putOnRecord(employee: string, resident: string | null): Promise<void> {
  for (const { gateway } of worlds.everywhere)
    await gateway.database.asOwner('update recreation.employee set resident_id = $2 where id = $1', [employee, resident]);
}

describe('an officer who is on record', () => {
  test('shows first: a reviewer who is not on record sees the sealed reads, with every number', async () => {
    const step: Step = { persona: 'reviewer', query: counting[0]!, asked: { ...review, variables: { first: 100 } } };
    const { accessEntries } = await worlds.inWorld(worlds.sealed, step);
    const numbers: number[] = accessEntries.edges.map(({ node }: any) => Number(node.number));
    expect(numbers).toEqual(Array.from(numbers, (_number, at) => numbers[0]! - at));
    expect(numbers.at(-1)).toBe(0);
  });

  test.each([
    ['the person of the sealed reads', cast.resident],
    ['the person’s guardian', cast.guardian],
    ['a member of the person’s household', cast.housemate],
  ])('as %s gets nothing of the log, says why, and reads no row of it', async (_who, resident) => {
    await putOnRecord(cast.reviewer2, resident);
    for (const query of counting) {
      const step: Step = { persona: 'reviewer-2', query, asked: review };
      const { answer, statements } = await worlds.expectSameAnswer(worlds.everywhere, step);
      expect(answer.codes).toEqual(['REVIEWER_ON_RECORD']);
      expect(Object.values(answer.data ?? {}).filter((value) => value !== null)).toEqual([]);
      expect(statements.filter((text) => /from access_log\.(?!template)/.test(text))).toEqual([]);
    }
    await putOnRecord(cast.reviewer2, null);
  });

  test('cannot review the log with another officer’s duty either', async () => {
    for (const persona of ['privacy-officer', 'privacy-officer-2'])
      for (const query of counting) {
        const token = await worlds.sealed.gateway.token(persona, { purposes: ['ACCESS_REVIEW', 'RIGHTS_FULFILMENT'] });
        const answer = await worlds.sealed.gateway.send({
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, 'privacy-purpose': 'ACCESS_REVIEW' },
          body: JSON.stringify({ query }),
        });
        expect([persona, answer.codes]).toEqual([persona, ['DUTIES_SEPARATED']]);
      }
  });

  test('finds no order about the own record among the seals to review', async () => {
    // The officer approved the order in some worlds only, and a process reads an acknowledgement once.
    const beforehand: Step = { persona: 'privacy-officer-2', query: '{ sealsToReview { sealedUntil } }', asked: office };
    await worlds.inWorld(worlds.sealed, beforehand);
    await putOnRecord(cast.privacyOfficer2, cast.resident);
    for (const query of ['{ sealsToReview { id sealedUntil } }', `{ resident(id: "${cast.resident}") { givenName } }`]) {
      const { answer } = await worlds.expectSameAnswer([worlds.sealed, worlds.quiet], {
        persona: 'privacy-officer-2',
        query,
        asked: office,
      });
      expect(answer.data).toEqual(query.includes('sealsToReview') ? { sealsToReview: [] } : { resident: null });
    }
    await putOnRecord(cast.privacyOfficer2, null);
  });
});

describe.each([
  ['resident', {}],
  ['guardian', {}],
  ['privacy-officer', { purpose: 'RIGHTS_FULFILMENT', case: matters.request }],
] as const)('the persona %s cannot count the sealed reads', (persona, asked) => {
  test('from numbers, totals, cursors, coverage and checkpoints', async () => {
    for (const query of counting) {
      const answers = await everyAnswer(sameLength(), { persona, query, asked });
      expect(answers.map(shapeOf)).toEqual(answers.map(() => shapeOf(answers[0]!)));
    }
    const all = `{ resident(id: "${cast.resident}") { accessHistory(first: 100, includeOwn: true) {
      totalCount notice coverage { since } edges { cursor node { entryId at case kind why } } } } }`;
    await worlds.expectSameAnswer(sameLength(), { persona, query: all, asked });
  });

  test('from the receipts of their own requests', async () => {
    const receipts = await everyReceipt({ persona, query: `{ resident(id: "${cast.resident}") { givenName } }`, asked });
    // The leaf is salted, so its hash and the signature differ.
    const [one, other] = receipts.map(({ entry, promise: { proof, signed, ...promise } }) => ({
      entry,
      ...promise,
      path: proof.length,
      key: signed.slice(0, 5),
    }));
    expect(one).toEqual(other);
  });

  test('from the proofs of the entries that they see', async () => {
    const { accessEntries } = await worlds.inWorld(worlds.sealed, {
      persona,
      query: '{ accessEntries(first: 3) { edges { node { id } } } }',
      asked,
    });
    for (const { node } of accessEntries.edges) {
      const query = `{ accessLog { inclusionProof(entry: "${node.id}") { number leafHash proof } checkpoint } }`;
      const answers = await everyAnswer(sameLength(), { persona, query, asked });
      expect(answers.map(shapeOf)).toEqual(answers.map(() => shapeOf(answers[0]!)));
    }
  });
});

describe('no one can count them in the public tree', () => {
  const get = async ({ gateway }: World, path: string): Promise<Answered> => gateway.send({ path });

  test('by its checkpoint', async () => {
    for (const path of ['/log/checkpoint', '/log/checkpoint/cosigned']) {
      const [one, other] = await Promise.all(sameLength().map((world) => get(world, path)));
      expect(one!.status).toBe(other!.status);
      expect(shapeOf(one!.text)).toBe(shapeOf(other!.text));
      if (one!.status !== 200) continue;
      const sizes = [one!, other!].map(({ text }) => parseCheckpoint(parseNote(text).text).size);
      expect(sizes[0]).toBe(sizes[1]);
    }
  });

  test('by its tiles: which exist, and how long each is', async () => {
    const size = Number(parseCheckpoint(parseNote((await get(worlds.sealed, '/log/checkpoint')).text).text).size);
    for (const level of [0, 1, 'entries'] as const)
      for (let width = 1; width <= size + 2; width += 1) {
        const path = `/log/${tilePath({ level, index: 0n, width })}`;
        const [one, other] = await Promise.all(sameLength().map((world) => get(world, path)));
        const seen = ({ status, headers }: Answered) => [status, headers.get('content-length'), headers.get('cache-control')];
        expect([path, ...seen(one!)]).toEqual([path, ...seen(other!)]);
      }
  });

  test('by a bundle, which holds digests and neither a role nor a time', async () => {
    const size = Number(parseCheckpoint(parseNote((await get(worlds.sealed, '/log/checkpoint')).text).text).size);
    const { text } = await get(worlds.sealed, `/log/${tilePath({ level: 'entries', index: 0n, width: size })}`);
    expect(text).not.toMatch(/LAW_ENFORCEMENT|LEGAL_DEMAND|2026/);
  });
});

/** Makes a step in every world. Returns the bodies of the given worlds. */
async function everyAnswer(given: readonly World[], step: Step): Promise<string[]> {
  const texts = new Map<World, string>();
  for (const world of worlds.everywhere) texts.set(world, withoutReceipt((await world.step(step))!.answer.text));
  return given.map((world) => texts.get(world)!);
}

async function everyReceipt(step: Step): Promise<Receipt[]> {
  const receipts = new Map<World, Receipt>();
  for (const world of worlds.everywhere) receipts.set(world, (await world.step(step))!.answer.privacy.receipt!);
  return sameLength().map((world) => receipts.get(world)!);
}

// Another test compares receipts.
function withoutReceipt(text: string): string {
  return text.replace(/"receipt":\{[^}]*\}\}/, '');
}
