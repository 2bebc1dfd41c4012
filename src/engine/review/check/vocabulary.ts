import { DataCategory, Purpose, Relationship, Role, RowScope } from '../../../town/graphql/generated/schema.ts';
import { clauses } from '../../../town/policy/clauses.ts';
import { allConditions } from '../../../town/policy/conditions.ts';
import type { Disagreement } from './disagreement.ts';
import { membersOf, type WordKind } from './members.ts';
import { didYouMean } from '../did-you-mean.ts';
import { quoted } from '../quoted.ts';
import type { Policy } from '../../policy/policy.ts';

const inSchema = 'schema/vocabulary.graphql';

/** The words that a policy may use, and the file that defines them. */
const vocabulary: Readonly<Record<WordKind, { readonly words: readonly string[]; readonly file: string }>> = {
  role: { words: Object.values(Role), file: inSchema },
  purpose: { words: Object.values(Purpose), file: inSchema },
  relationship: { words: Object.values(Relationship), file: inSchema },
  category: { words: Object.values(DataCategory), file: inSchema },
  'row scope': { words: Object.values(RowScope), file: inSchema },
  condition: { words: allConditions, file: 'src/town/policy/conditions.ts' },
  clause: { words: clauses, file: 'src/town/policy/clauses.ts' },
};

/**
 * Describes an unknown word and suggests a similar one.
 * @param also words that are allowed in addition to the vocabulary
 */
export function unknownWord(kind: WordKind, word: unknown, also: readonly string[] = []): Pick<Disagreement, 'problem' | 'hint'> {
  const { words, file } = vocabulary[kind];
  return {
    problem: `there is no ${kind} ${quoted(word)}`,
    hint: didYouMean(String(word), [...words, ...also], `the ${kind} must be one of those in ${file}`),
  };
}

/** Finds all unknown words. A policy can come from a file, which the compiler has not checked. */
export function checkVocabulary(policy: Policy): Disagreement[] {
  return membersOf(policy).flatMap(({ coordinate, kind, words, also }) => {
    if (kind === undefined) return [];
    const unknown = words.filter((word) => !vocabulary[kind].words.includes(word) && !also.includes(word));
    return unknown.map((word) => ({ coordinate, ...unknownWord(kind, word, also) }));
  });
}
