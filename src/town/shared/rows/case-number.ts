import { createHash } from 'node:crypto';

const least = 10_000_000;
const most = 99_999_999;

/**
 * Makes the number by which people quote a ticket (`T-…`) or a privacy request (`R-…`): eight digits that follow from its random
 * id. Consecutive numbers would show how many others were filed in between, also those that are sealed towards the reader (clauses
 * `rights`, `helpdesk`).
 *
 * Two ids can give the same number. Then the unique key refuses the second, and the change is made again with another id
 * (`server/spine/mutation-transaction.ts`).
 * @param id a UUID v4
 */
export function caseNumber(letter: 'T' | 'R', id: string): string {
  const digest = createHash('sha256').update(id).digest();
  return `${letter}-${least + Number(digest.readBigUInt64BE() % BigInt(most - least + 1))}`;
}
