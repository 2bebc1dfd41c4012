import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Kind, parse, Source } from 'graphql';
import { wordsOf, type Vocabulary } from '../../../engine/policy/declaration/vocabulary.ts';

const directives = new URL('../../../../schema/directives.graphql', import.meta.url);

/**
 * The beginning of an application's schema: the engine's directives, and an enum for each kind of word that the schema does not define itself.
 * @param given the application's own files
 * @throws GraphQLError where one is not GraphQL
 */
export function wordSources(vocabulary: Vocabulary, given: readonly Source[]): readonly Source[] {
  const defined = new Set(
    given.flatMap((source) =>
      parse(source).definitions.flatMap((definition) => (definition.kind === Kind.ENUM_TYPE_DEFINITION ? [definition.name.value] : [])),
    ),
  );
  const words: Readonly<Record<string, readonly string[]>> = {
    Role: wordsOf(vocabulary.roles),
    Purpose: wordsOf(vocabulary.purposes),
    Relationship: wordsOf(vocabulary.relationships),
    RowScope: wordsOf(vocabulary.scopes),
    DataCategory: wordsOf(vocabulary.categories),
  };
  const enums = Object.entries(words)
    .filter(([name]) => !defined.has(name))
    .map(([name, members]) => `enum ${name} @impersonal {\n  ${members.join('\n  ')}\n}\n`);
  return [new Source(readFileSync(directives, 'utf8'), fileURLToPath(directives)), new Source(enums.join('\n'), 'words of the policy')];
}
