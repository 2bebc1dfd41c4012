import { DataCategory, Purpose, Relationship, Role, RowScope } from '../../generated/schema.ts';
import { clauses } from '../../policy/clauses.ts';
import { allConditions } from '../../policy/conditions.ts';
import type { Disagreement } from './disagreement.ts';
import { membersOf, type WordKind } from './members.ts';
import { didYouMean } from '../did-you-mean.ts';
import { quoted } from '../quoted.ts';
import type { Policy } from '../../policy/policy.ts';

const inSchema = 'schema/vocabulary.graphql';

/** The words that a policy may use, by what they name, and where they are kept. */
const vocabulary: Readonly<Record<WordKind, { readonly words: readonly string[]; readonly kept: string }>> = {
  role: { words: Object.values(Role), kept: inSchema },
  purpose: { words: Object.values(Purpose), kept: inSchema },
  relationship: { words: Object.values(Relationship), kept: inSchema },
  category: { words: Object.values(DataCategory), kept: inSchema },
  'row scope': { words: Object.values(RowScope), kept: inSchema },
  condition: { words: allConditions, kept: 'src/policy/conditions.ts' },
  clause: { words: clauses, kept: 'src/policy/clauses.ts' },
};

/**
 * What is wrong with a word that is in no vocabulary, and what may have been meant.
 * @param also words that may stand there besides
 */
export function unknownWord(kind: WordKind, word: unknown, also: readonly string[] = []): Pick<Disagreement, 'problem' | 'hint'> {
  const { words, kept } = vocabulary[kind];
  return {
    problem: `there is no ${kind} ${quoted(word)}`,
    hint: didYouMean(String(word), [...words, ...also], `the ${kind} must be one of those in ${kept}`),
  };
}

/** Finds every word that is in no vocabulary: a policy can come from a file, where no compiler has looked. */
export function checkVocabulary(policy: Policy): Disagreement[] {
  return membersOf(policy).flatMap(({ coordinate, kind, words, also }) => {
    if (kind === undefined) return [];
    const unknown = words.filter((word) => !vocabulary[kind].words.includes(word) && !also.includes(word));
    return unknown.map((word) => ({ coordinate, ...unknownWord(kind, word, also) }));
  });
}
