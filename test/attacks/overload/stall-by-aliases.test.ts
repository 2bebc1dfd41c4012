import { beforeAll, describe, expect, test } from '@jest/globals';
import { attacks, times } from '../../../bench/hostile/attacks.ts';
import { documentLimits } from '../../../src/engine/document/limits.ts';
import type { Answered } from '../../helpers/gateway/gateway.ts';
import { useGateway } from '../../helpers/gateway/use-gateway.ts';
import { captureStatements } from '../../helpers/values/statements.ts';

// One resident sends operations that are small in fields and need hundreds of statements, so that everybody else waits.
const gateway = useGateway();
beforeAll(async () => {
  // The first entry of a connection to the log needs one more statement.
  await gateway.ask('resident', '{ me { id } }');
});

/** Asks as a resident, and counts the statements of the records and of the log. */
async function counted(document: string): Promise<Answered & { readonly statements: number }> {
  const captured = captureStatements(gateway.database.roles.gateway);
  const answer = await gateway.ask('resident', document, document.startsWith('query Q0') ? { operationName: 'Q0' } : {});
  captured.stop();
  return { ...answer, statements: captured.statements.filter(({ text }) => /^\s*(select|update)\b/i.test(text)).length };
}

const histories = (count: number, page: (at: number) => string): string =>
  `{ me { ${times(count, (at) => `a${at}: accessHistory(${page(at)}) { totalCount }`)} } }`;

describe('480 aliases of the access history', () => {
  test('with different arguments are refused before any statement', async () => {
    const { codes, statements } = await counted(histories(480, (at) => `first: ${1 + (at % 100)}`));
    expect({ codes, statements }).toEqual({ codes: ['TOO_MANY_READS'], statements: 0 });
  });

  test('with equal arguments are refused as well, and fewer of them need no more statements than one', async () => {
    expect((await counted(histories(480, () => 'first: 5'))).codes).toEqual(['TOO_MANY_READS']);
    const one = await counted(histories(1, () => 'first: 5'));
    const many = await counted(histories(documentLimits.reads, () => 'first: 5'));
    expect(many.codes).toEqual([]);
    expect(many.data.me.a0).toEqual({ totalCount: expect.any(Number) });
    expect(many.statements).toBeLessThanOrEqual(one.statements);
  });
});

test('as many proofs as an operation may have need few statements each', async () => {
  await gateway.ask('resident', '{ me { accessHistory { totalCount } } }');
  await gateway.sequence();
  const { data } = await gateway.ask('resident', '{ me { accessHistory(includeOwn: true) { edges { node { entryId } } } } }');
  const [{ node }] = data.me.accessHistory.edges;
  const proofs = (count: number): string =>
    `{ accessLog { ${times(count, (at) => `a${at}: inclusionProof(entry: "${node.entryId}") { proof }`)} } }`;
  expect((await counted(proofs(documentLimits.reads + 1))).codes).toEqual(['TOO_MANY_READS']);
  const most = await counted(proofs(documentLimits.reads));
  expect(most.codes).toEqual([]);
  expect(most.statements).toBeLessThanOrEqual(4 * documentLimits.reads);
});

test.each(attacks)('$what: at its limit, the operation needs a bounded number of statements', async ({ most, document }) => {
  const { statements } = await counted(document(most));
  expect(statements).toBeLessThanOrEqual(4 * documentLimits.reads);
});
