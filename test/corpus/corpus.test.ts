import { beforeAll, describe, expect, test } from '@jest/globals';
import { Kind, OperationTypeNode, parse, visit } from 'graphql';
import { readRootFieldsFile } from '../helpers/policy/matrix-file.ts';
import { answerCorpus } from './answers.ts';
import { areas, corpus } from './corpus.ts';
import { readExpected } from './expected-file.ts';
import { standpointOf } from './operation.ts';

let answers: ReadonlyMap<string, string>;
beforeAll(async () => {
  answers = await answerCorpus();
});

describe.each(Object.keys(areas))('%s', (area) => {
  const byName = (text: string | undefined): string[] => (text ?? '').split(/^(?=### )/m);

  // After an intended change: `npm run -s corpus -- --write`, then review the difference.
  test('every operation has the expected answer and access entries', () => {
    const expected = byName(readExpected(area));
    for (const [at, answer] of byName(answers.get(area)).entries()) expect(answer).toBe(expected[at]);
    expect(answers.get(area)).toBe(readExpected(area));
  });
});

describe('the corpus', () => {
  test('names each operation once', () => {
    expect(new Set(corpus.map(({ name }) => name)).size).toBe(corpus.length);
  });

  test('asks for every root field in every role that may use it, and in one that may not use it', () => {
    const asked = new Set<string>();
    for (const operation of corpus) {
      const { role } = standpointOf(operation);
      for (const field of rootFieldsOf(operation.query)) asked.add(`${field} as ${role}`);
    }
    const lines = readRootFieldsFile();
    const missing = lines.filter(({ field, role }) => !asked.has(`${field} as ${role === 'ANYBODY' ? 'RESIDENT' : role}`));
    expect(missing.map(({ field, role }) => `${field} as ${role}`)).toEqual([]);
    const fields = [...new Set(lines.map(({ field }) => field))];
    const neverRefused = fields.filter((field) => {
      const able = lines.filter((line) => line.field === field).map(({ role }) => role);
      return (
        !able.includes('ANYBODY') && ![...asked].some((one) => one.startsWith(`${field} as `) && !able.includes(one.split(' as ')[1]!))
      );
    });
    expect(neverRefused).toEqual([]);
  });
});

/** The root fields of a document; none for a text that is not GraphQL. */
function rootFieldsOf(query: string): string[] {
  const fields: string[] = [];
  try {
    visit(parse(query), {
      OperationDefinition({ operation, selectionSet }) {
        const root = operation === OperationTypeNode.MUTATION ? 'Mutation' : 'Query';
        for (const one of selectionSet.selections) if (one.kind === Kind.FIELD) fields.push(`${root}.${one.name.value}`);
      },
    });
  } catch {
    return [];
  }
  return fields;
}
