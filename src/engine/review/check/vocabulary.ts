import type { Disagreement } from './disagreement.ts';
import { membersOf, type WordKind } from './members.ts';
import { didYouMean } from '../spelling/did-you-mean.ts';
import { quoted } from '../spelling/quoted.ts';
import type { Policy } from '../../policy/declaration/policy.ts';
import { wordsOf, type Vocabulary } from '../../policy/declaration/vocabulary.ts';

/** The words of a kind that a policy may use, and the file that defines them. */
function wordsOfKind(vocabulary: Vocabulary, kind: WordKind): { readonly words: readonly string[]; readonly file: string } {
  const { files } = vocabulary;
  switch (kind) {
    case 'role':
      return { words: wordsOf(vocabulary.roles), file: files.schema };
    case 'purpose':
      return { words: wordsOf(vocabulary.purposes), file: files.schema };
    case 'relationship':
      return { words: wordsOf(vocabulary.relationships), file: files.schema };
    case 'category':
      return { words: wordsOf(vocabulary.categories), file: files.schema };
    case 'row scope':
      return { words: wordsOf(vocabulary.scopes), file: files.schema };
    case 'condition':
      return { words: wordsOf(vocabulary.conditions), file: files.conditions };
    default:
      return { words: wordsOf(vocabulary.clauses), file: files.clauses };
  }
}

/**
 * Describes an unknown word and suggests a similar one.
 * @param also words that are allowed in addition to the vocabulary
 */
export function unknownWord(
  vocabulary: Vocabulary,
  kind: WordKind,
  word: unknown,
  also: readonly string[] = [],
): Pick<Disagreement, 'problem' | 'hint'> {
  const { words, file } = wordsOfKind(vocabulary, kind);
  return {
    problem: `there is no ${kind} ${quoted(word)}`,
    hint: didYouMean(String(word), [...words, ...also], `the ${kind} must be one of those in ${file}`),
  };
}

/** Finds purposes that no line names. No principal could declare one, and nothing would be released for it. A candidate may withdraw one. */
export function checkPurposes({ vocabulary, grants, rootFields }: Policy): Disagreement[] {
  const named = new Set([...grants.map(({ purpose }) => purpose), ...rootFields.flatMap(({ purposes }) => purposes)]);
  return wordsOf(vocabulary.purposes)
    .filter((purpose) => !named.has(purpose))
    .map((purpose) => ({
      coordinate: `Purpose.${purpose}`,
      problem: 'no line names it',
      hint: `open a root field for it in ${vocabulary.files.rootFields}, and grant what may be seen, or remove the purpose`,
    }));
}

/** Finds all unknown words. A policy can come from a file, which the compiler has not checked. */
export function checkVocabulary(policy: Policy): Disagreement[] {
  return membersOf(policy).flatMap(({ coordinate, kind, words, also }) => {
    if (kind === undefined) return [];
    const known = wordsOfKind(policy.vocabulary, kind).words;
    const unknown = words.filter((word) => !known.includes(word) && !also.includes(word));
    return unknown.map((word) => ({ coordinate, ...unknownWord(policy.vocabulary, kind, word, also) }));
  });
}
