import { isEnumType, type GraphQLSchema } from 'graphql';
import { wordsOf, type Vocabulary } from '../../../policy/declaration/vocabulary.ts';
import type { Disagreement } from '../../../review/check/disagreement.ts';
import { didYouMean } from '../../../review/spelling/did-you-mean.ts';

/** Finds roles, purposes, categories and other policy words that only the schema has, or only the policy's code. */
export function checkVocabularies(schema: GraphQLSchema, vocabulary: Vocabulary): Disagreement[] {
  const enums: Readonly<Record<string, readonly string[]>> = {
    DataCategory: wordsOf(vocabulary.categories),
    Purpose: wordsOf(vocabulary.purposes),
    Relationship: wordsOf(vocabulary.relationships),
    Role: wordsOf(vocabulary.roles),
    RowScope: wordsOf(vocabulary.scopes),
  };
  return Object.entries(enums).flatMap(([name, words]) => {
    const type = schema.getType(name);
    if (!isEnumType(type)) {
      return [{ coordinate: name, problem: 'the policy’s vocabulary is not in the schema', hint: `define the enum ${name}` }];
    }
    const values = type.getValues().map((value) => value.name);
    return [
      ...values
        .filter((value) => !words.includes(value))
        .map((value) => ({
          coordinate: `${name}.${value}`,
          problem: 'the policy has no such word',
          hint: didYouMean(value, words, `register it, and describe it in ${vocabulary.files.words}`),
        })),
      ...words
        .filter((word) => !values.includes(word))
        .map((word) => ({
          coordinate: name,
          problem: `the policy’s word ${word} is not in the schema`,
          hint: didYouMean(word, values, 'put it back, or remove it from the words and from the lines that use it'),
        })),
    ];
  });
}
