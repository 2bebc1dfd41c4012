import { describe, expect, test } from '@jest/globals';
import { buildSchema, parse, validate } from 'graphql';
import { typeDefs } from '../../bench/http/contenders/schema.ts';
import { dialectOf } from '../../bench/http/dialects.ts';
import { operationFor, type Data } from '../../bench/http/operation.ts';

interface Body {
  readonly query: string;
  readonly variables: Readonly<Record<string, string | null>>;
}

const nested = dialectOf('gateway');

describe('the operation that every contender answers', () => {
  test('is one page up to a hundred rows, and asks for no cursor first', async () => {
    const { body } = await operationFor(nested, 50, () => Promise.reject(new Error('Nothing is to be asked.')));
    const { query, variables } = JSON.parse(body) as Body;
    expect(variables).toEqual({});
    expect(query.match(/residents\(first: 50\)/g)).toHaveLength(1);
    expect(validate(buildSchema(typeDefs), parse(query))).toEqual([]);
  });

  test('is pages of a hundred beyond that, each after the last cursor of the one before', async () => {
    const asked: unknown[] = [];
    const { body, nodesIn } = await operationFor(nested, 500, async (text) => {
      asked.push((JSON.parse(text) as Body).variables['after']);
      return { page: { edges: [{ cursor: 'not this' }, { cursor: `after page ${asked.length}` }] } } as unknown as Data;
    });
    const { query, variables } = JSON.parse(body) as Body;
    expect(asked).toEqual([null, 'after page 1', 'after page 2', 'after page 3']);
    expect(variables).toEqual({ after2: 'after page 1', after3: 'after page 2', after4: 'after page 3', after5: 'after page 4' });
    expect(query.match(/page\d: residents\(first: 100/g)).toHaveLength(5);
    expect(validate(buildSchema(typeDefs), parse(query))).toEqual([]);
    const answer = { page1: { edges: [{ node: { id: 'one' } }] }, page2: { edges: [{ node: { id: 'two' } }] } } as unknown as Data;
    expect(nodesIn(answer)).toEqual([{ id: 'one' }, { id: 'two' }]);
  });
});
