import { describe, expect, test } from '@jest/globals';
import { cast, matters } from '../../../demo/personas.ts';
import { demoPartners } from '../../../demo/partners.ts';
import { partners } from '../../../src/town/policy/partners/partners.ts';
import { askWithToken } from '../../helpers/tokens/ask-with-token.ts';
import type { Answered } from '../../helpers/gateway/gateway.ts';
import { useGateway } from '../../helpers/gateway/use-gateway.ts';
import { captureStatements } from '../../helpers/values/statements.ts';
import { wholeResponse } from '../../helpers/asking/whole-response.ts';

// The attacker is a partner that got internal ids, for example from an employee. With an answer it could match its pseudonyms with
// them, and then with the pseudonyms of another partner.
const unknown = '10000000-0000-4000-8000-00000000ffff';
const query = 'query ($id: ID!) { resident(id: $id) { id initials givenName emailHint address { locality } } }';

const gateway = useGateway();

/** Everything that an operation leaves: its answer, its statements, and its access entry without ids and hashes. */
interface Traces {
  readonly answer: Answered;
  readonly response: string;
  readonly statements: readonly string[];
  readonly entry: unknown;
}

async function tracesOf(persona: string, id: string): Promise<Traces> {
  const token = await gateway.token(persona);
  const listening = captureStatements(gateway.database.roles.gateway);
  let answer: Answered;
  try {
    answer = await askWithToken(gateway.send, token, query, { variables: { id } });
  } finally {
    listening.stop();
  }
  await gateway.sequence();
  const [entry] = await gateway.database.asOwner<{ header: Record<string, unknown>; subjects: number }>(
    `select header, (select count(*)::int from access_log.segment where (month, seq) = (entry.month, entry.seq) and ordinal > 1) as subjects
     from access_log.full_entry entry where id = $1`,
    [answer.privacy.receipt!.entry],
  );
  const { id: _id, segments, ...header } = entry!.header;
  return {
    answer,
    response: wholeResponse(answer),
    statements: listening.statements.map(({ text }) => text),
    entry: { ...header, segments: (segments as readonly string[] | undefined)?.length, subjects: entry!.subjects },
  };
}

describe.each(Object.values(demoPartners).filter(({ mandate }) => mandate.subjects.length > 0))('$persona', ({ persona, mandate }) => {
  test('gets the record of its own pseudonym', async () => {
    const { data } = (await tracesOf(persona, gateway.known(persona, cast.resident))).answer;
    expect(data.resident.id).toBe(gateway.known(persona, cast.resident));
    expect(data.resident.id).not.toBe(cast.resident);
  });

  test('gets for an internal id of its mandate exactly what an unknown id gets, and leaves the same traces', async () => {
    // The first execution of a statement has no name yet.
    await tracesOf(persona, unknown);
    const expected = await tracesOf(persona, unknown);
    expect(expected.answer.data).toEqual({ resident: null });
    for (const id of mandate.subjects) {
      const { answer: _answer, ...traces } = await tracesOf(persona, id);
      const { answer: _unknown, ...same } = expected;
      expect(traces).toEqual(same);
    }
  });
});

test('the table of partners has no other partner whose mandate names people', () => {
  const named = Object.entries(partners).filter(([, { namesSubjects }]) => namesSubjects);
  expect(named.map(([role]) => role).toSorted()).toEqual(
    Object.entries(demoPartners)
      .filter(([, { mandate }]) => mandate.subjects.length > 0)
      .map(([role]) => role)
      .toSorted(),
  );
  expect(matters.courtOrder).toBe(demoPartners.LAW_ENFORCEMENT.mandate.id);
});
