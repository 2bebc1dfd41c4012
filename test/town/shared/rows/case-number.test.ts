import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { caseNumber } from '../../../../src/town/shared/rows/case-number.ts';
import { openGateway, type Answered, type TestGateway } from '../../../helpers/gateway/gateway.ts';
import { numberedId } from '../../../helpers/log/numbered.ts';

describe('the number of a case', () => {
  test('follows from its id alone, with a letter for tickets and requests', () => {
    const id = randomUUID();
    expect(caseNumber('T', id)).toMatch(/^T-[1-9]\d{7}$/);
    expect(caseNumber('R', id)).toBe(caseNumber('T', id).replace('T', 'R'));
  });

  test('is spread evenly, also for consecutive ids', () => {
    const numbers = Array.from({ length: 9_000 }, (_none, at) => Number(caseNumber('R', numberedId(at)).slice(2)));
    const tenths = new Map<number, number>();
    for (const number of numbers) {
      const tenth = Math.floor((number - 10_000_000) / 9_000_000);
      tenths.set(tenth, (tenths.get(tenth) ?? 0) + 1);
    }
    expect([...tenths.keys()].toSorted((one, other) => one - other)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    // 900 are expected in each, with a standard deviation of 28.
    for (const many of tenths.values()) expect(Math.abs(many - 900)).toBeLessThan(150);
    // A later number is greater than an earlier one half of the time, with a standard deviation of 27.
    const rises = numbers.filter((number, at) => at > 0 && number > numbers[at - 1]!).length;
    expect(Math.abs(rises - 4_500)).toBeLessThan(150);
  });
});

describe('a number that another case has already', () => {
  let gateway: TestGateway;
  let ids = 0;
  beforeAll(async () => {
    gateway = await openGateway({ newId: () => numberedId((ids += 1)) });
  });
  afterAll(() => gateway.close());

  const take = (table: string, number: string) =>
    gateway.database.asOwner(`update recreation.${table} set number = $1 where id = (select id from recreation.${table} limit 1)`, [
      number,
    ]);
  const inLog = async (rootField: string): Promise<unknown> =>
    (
      await gateway.database.asOwner<{ outcomes: unknown }>(
        `select array_agg(header ->> 'outcome') as outcomes from access_log.full_staged staged where header -> 'rootFields' ? $1`,
        [rootField],
      )
    )[0]!.outcomes;

  test.each([
    ['request', 'R', 'fileRequest', { kind: 'ACCESS', body: 'All of it.' }, 'receipt', 'requestId'],
    ['ticket', 'T', 'openTicket', { topic: 'OTHER', subject: 'A question', body: 'When?' }, 'ticket', 'id'],
  ] as const)(
    'does not keep a %s from its sender, who gets another number, and it is logged once',
    async (table, letter, field, input, node, identity) => {
      const taken = numberedId(ids + 1);
      await take(table, caseNumber(letter, taken));
      const type = field.replace(/^./, (first) => first.toUpperCase());
      const query = `mutation($input: ${type}Input!) { ${field}(input: $input) { ${node} { ${identity} number } } }`;
      const { codes, data }: Answered = await gateway.ask('resident', query, { variables: { input } });
      expect(codes).toEqual([]);
      const { [identity]: id, number } = data[field][node];
      expect(id).not.toBe(taken);
      expect(number).toBe(caseNumber(letter, id));
      expect(await inLog(`Mutation.${field}`)).toEqual(['ANSWERED']);
    },
  );
});
