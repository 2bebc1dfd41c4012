import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { roleNames } from '../../../src/platform/postgres/roles/role-names.ts';
import { townDatabase } from '../../../src/town/shared/database/database.ts';

/**
 * The SHA-256 digest of each migration's text, in order. A database that has run a migration never runs it again, so that a change
 * of its text would make schemas that differ. A new migration adds a line.
 */
const released: Readonly<Record<string, string>> = {
  '0001-log': 'b5ac7eac9403a0e478bee8ed20385e11a08f667a13876551484a414483fee858',
  '0002-budgets': '64b404fb3543f52e8697ad4be31622160400fa587a54e8e1abf1a4d99c583ff6',
  '0003-identity': '8195298bc6c282af0dbe9e009586597c5cccbca99c2f38ddcb8ed4234633765b',
  '0004-town': 'be8006f5c18509d7ddad59c49f3bbd356ee9d58fc45e10a2c5652982e121ba41',
};

const { migrations } = townDatabase;
const digests = migrations.map(({ name, sql }) => [name, createHash('sha256').update(sql(roleNames())).digest('hex')]);

test('no released migration has changed, moved or gone', () => {
  // A difference in an existing line: leave that migration as it was, and add another at the end of the list.
  expect(Object.fromEntries(digests)).toEqual(released);
  expect(digests.map(([name]) => name)).toEqual(Object.keys(released));
});

test('migrations have rising numbers', () => {
  const numbers = migrations.map(({ name }) => Number(/^(\d{4})-[a-z]+(-[a-z]+)*$/.exec(name)?.[1]));
  expect(numbers.every((number, at) => number > (numbers[at - 1] ?? 0))).toBe(true);
});

test('a migration names the roles only through its parameter', () => {
  const named = { owner: 'the_owner', gateway: 'the_gateway', sequencer: 'the_sequencer', eraser: 'the_eraser', identity: 'the_identity' };
  for (const { sql } of migrations) {
    for (const [role, name] of Object.entries(roleNames())) {
      expect(sql(named)).not.toContain(name);
      expect(sql(named).split(`the_${role}`)).toHaveLength(sql(roleNames()).split(name).length);
    }
  }
});
