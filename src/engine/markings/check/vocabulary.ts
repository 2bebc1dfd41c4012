import { isEnumType, type GraphQLSchema } from 'graphql';
import { DataCategory, Purpose, Relationship, Role, RowScope } from '../../../town/graphql/generated/schema.ts';
import type { Disagreement } from '../../review/check/disagreement.ts';
import { didYouMean } from '../../review/did-you-mean.ts';

const vocabulary: Readonly<Record<string, readonly string[]>> = {
  DataCategory: Object.values(DataCategory),
  Purpose: Object.values(Purpose),
  Relationship: Object.values(Relationship),
  Role: Object.values(Role),
  RowScope: Object.values(RowScope),
};

/** Finds roles, purposes, categories and other policy words that only the schema has, or only the policy's code. */
export function checkVocabularies(schema: GraphQLSchema): Disagreement[] {
  return Object.entries(vocabulary).flatMap(([name, words]) => {
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
          hint: didYouMean(value, words, 'run npm run generate, and describe the word in src/town/policy/'),
        })),
      ...words
        .filter((word) => !values.includes(word))
        .map((word) => ({
          coordinate: name,
          problem: `the policy’s word ${word} is not in the schema`,
          hint: didYouMean(word, values, 'put it back, or run npm run generate and change the lines that use it'),
        })),
    ];
  });
}
