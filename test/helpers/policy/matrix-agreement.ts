import { decide } from '../../../src/engine/policy/decision/decide.ts';
import type { Policy } from '../../../src/engine/policy/declaration/policy.ts';
import { wordsOf } from '../../../src/engine/policy/declaration/vocabulary.ts';
import type { Condition } from '../../../src/engine/register.ts';
import { readMatrixFile, type MatrixLine } from './matrix-file.ts';

const nothing: ReadonlySet<Condition> = new Set();

/**
 * Decides for every role, purpose, relationship, category and set of conditions, and compares with a committed matrix.
 * @param file from the root of the repository
 * @returns how many combinations are permitted
 * @throws Error at the first decision that differs, with its words
 */
export function countPermittedAsIn(file: string, policy: Policy): number {
  const { roles, purposes, relationships, categories, conditions } = policy.vocabulary;
  const allConditions = wordsOf(conditions);
  const holdings = setsOf(allConditions);
  const lines = Map.groupBy(readMatrixFile(file), keyOf);
  let permitted = 0;
  for (const role of wordsOf(roles)) {
    for (const purpose of wordsOf(purposes)) {
      for (const relationship of wordsOf(relationships)) {
        for (const category of wordsOf(categories)) {
          const listed = lines.get(keyOf({ role, purpose, relationship, category })) ?? [];
          // Where no line is listed, no condition can permit: two sets are enough.
          for (const holding of listed.length > 0 ? holdings : [nothing, new Set(allConditions)]) {
            const expected = listed.some((line) => permits(line, holding));
            const { effect } = decide(policy, { role, purpose, relationship, category, holding });
            if (effect !== (expected ? 'PERMIT' : 'WITHHOLD'))
              throw new Error(`${role} ${purpose} ${relationship} ${category} ${[...holding].join()}`);
            if (expected) permitted += 1;
          }
        }
      }
    }
  }
  return permitted;
}

/** Every set of words: 2 to the power of their number. */
export function setsOf<Word>(words: readonly Word[]): readonly ReadonlySet<Word>[] {
  return Array.from({ length: 2 ** words.length }, (_, bits) => new Set(words.filter((_word, bit) => (bits >> bit) & 1)));
}

function keyOf(words: Pick<MatrixLine, 'role' | 'purpose' | 'relationship' | 'category'>): string {
  return `${words.role} ${words.purpose} ${words.relationship} ${words.category}`;
}

function permits({ when, except }: MatrixLine, holding: ReadonlySet<string>): boolean {
  const holds = (term: string): boolean => (term.startsWith('not ') ? !holding.has(term.slice(4)) : holding.has(term));
  const excepted = except !== '' && except.split('; ').some((one) => one.split(' and ').every(holds));
  return when.every((one) => holding.has(one)) && !excepted;
}
