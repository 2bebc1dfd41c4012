import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { CompiledQuery, Kysely } from 'kysely';
import { sql, textArray, type Sql } from '../../../src/platform/sql/sql.ts';

/** The message that would go to PostgreSQL. */
async function sent(statement: Sql): Promise<{ readonly text: string; readonly parameters: readonly unknown[] }> {
  const asked: CompiledQuery[] = [];
  const database = { executeQuery: async (query: CompiledQuery) => (asked.push(query), { rows: [{ id: 1 }] }) };
  expect((await statement.execute(database as unknown as Kysely<unknown>)).rows).toEqual([{ id: 1 }]);
  return { text: asked[0]!.sql, parameters: asked[0]!.parameters };
}

const hostile = `'; drop table "resident"; --`;

describe('a statement', () => {
  test('has every value as a parameter, in the order of the text, however deep it stands', async () => {
    const inner = sql`lower(name) = ${hostile}`;
    const statement = sql`select ${1} where ${inner} and (${sql`${inner} or ${null}`}) limit ${[2]}`;
    expect(await sent(statement)).toEqual({
      text: 'select $1 where lower(name) = $2 and (lower(name) = $3 or $4) limit $5',
      parameters: [1, hostile, hostile, null, [2]],
    });
  });

  test('is the same however often it is sent', async () => {
    const statement = sql`select ${1}, ${sql`${2}`}`;
    expect(await sent(statement)).toEqual(await sent(statement));
  });

  test('is its own, whatever others begin alike', async () => {
    const [two, three] = [sql.join([1, sql`a`]), sql.join([1, sql`a`, 2])];
    for (const _again of [1, 2]) {
      expect((await sent(sql`${two}`)).text).toBe('$1, a');
      expect((await sent(sql`${three}`)).text).toBe('$1, a, $2');
      expect((await sent(sql`${sql.raw('$')}`)).text).toBe('$');
      expect((await sent(sql`${'$'}`)).text).toBe('$1');
      expect((await sent(sql`${sql.raw('1')}`)).text).toBe('1');
      expect((await sent(sql`${sql.join([2])}`)).text).toBe('$1');
      expect((await sent(sql`${sql`a`}${sql``}b`)).text).toBe('ab');
      expect((await sent(sql`${sql``}${sql`a`}c`)).text).toBe('ac');
    }
  });

  test('joins pieces and parameters', async () => {
    expect(await sent(sql`in (${sql.join([1, sql`two`, 'three'])})`)).toEqual({ text: 'in ($1, two, $2)', parameters: [1, 'three'] });
    expect((await sent(sql.join([sql`a`, sql`b`], sql` and `))).text).toBe('a and b');
    expect((await sent(sql`()${sql.join([])}`)).text).toBe('()');
  });

  test('quotes names and literals', async () => {
    expect((await sent(sql.ref('other.a"b'))).text).toBe('"other"."a""b"');
    expect((await sent(sql.lit(hostile))).text).toBe(`'''; drop table "resident"; --'`);
    expect((await sent(sql`limit ${sql.lit(51)}`)).text).toBe('limit 51');
    expect((await sent(sql.raw('desc'))).text).toBe('desc');
  });
});

describe('a list of texts', () => {
  test('is a literal, whatever the texts are', () => {
    expect(textArray([])).toBe(`'{}'::text[]`);
    expect(textArray(['POLICE', `it's "so\\`])).toBe(`'{"POLICE","it''s \\"so\\\\"}'::text[]`);
  });

  test('stands nowhere between the parentheses of IN, where an empty one is no SQL', () => {
    const found = globSync('src/**/*.ts').flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/\b(?:not )?in \(\$\{.*|\bin \('?\$\{.*/g)].map(([line]) => `${file}: ${line}`),
    );
    expect(found).toEqual([]);
  });
});
