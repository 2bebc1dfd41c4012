import { expect, test } from '@jest/globals';
import { allConditions } from '../../../src/town/policy/lines/conditions.ts';
import { matrixCells } from '../../../src/engine/policy/matrix.ts';
import { policyHash } from '../../../src/engine/policy/declaration/policy-hash.ts';
import { policyInForce } from '../../../src/town/policy/policy.ts';
import { PolicyCondition } from '../../../src/town/shared/graphql/generated/schema.ts';
import { useGateway } from '../../helpers/gateway/use-gateway.ts';

const gateway = useGateway();

interface Shown {
  readonly policy: {
    readonly version: string;
    readonly cells: readonly { readonly exceptions: readonly { readonly line: string; readonly clause: string }[] }[];
    readonly prohibitions: readonly { readonly line: string; readonly categories: readonly string[] }[];
  };
}

test('the policy that is shown is the one that decides, cell by cell', async () => {
  const { data } = await gateway.ask(
    null,
    `{ policy { version prohibitions { line categories } cells {
        role purpose relationship category line clause when exceptions { line when unless } } } }`,
  );
  const { policy } = data as unknown as Shown;
  expect(policy.version).toBe(policyHash(policyInForce));
  expect(policy.cells).toEqual(
    matrixCells(policyInForce).map(({ except, ...cell }) => ({
      ...cell,
      exceptions: except.map(({ line, holds, unless }) => ({ line, when: holds, unless })),
    })),
  );
  expect(policy.prohibitions).toEqual(policyInForce.prohibitions.map(({ line, categories }) => ({ line, categories })));
});

test('each exception names the clause of its prohibition, and each condition is a word of the schema', async () => {
  const { data } = await gateway.ask(null, '{ policy { cells(role: CUSTOMER_SERVICE) { exceptions { line clause } } } }');
  const exceptions = (data as unknown as Shown).policy.cells.flatMap((cell) => cell.exceptions);
  expect(exceptions.length).toBeGreaterThan(0);
  const clauses = new Map<string, string>(policyInForce.prohibitions.map(({ line, clause }) => [line, clause]));
  for (const { line, clause } of exceptions) expect(clause).toBe(clauses.get(line));
  expect(Object.values(PolicyCondition).toSorted()).toEqual([...allConditions].toSorted());
});
