import { readFileSync } from 'node:fs';
import { Source } from 'graphql';
import type { Application } from '../../../src/engine/application.ts';
import { clubPolicy } from './policy.ts';

function sourceOf(file: string): Source {
  return new Source(readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8'), file);
}

/** The beginning of each schema of the club: the directives of the engine, and the words of the policy. */
export function wordSources(): Source[] {
  return [sourceOf('schema/directives.graphql'), sourceOf('test/engine/club/vocabulary.graphql')];
}

/** The files of the club's schema. */
export function clubSources(): Source[] {
  return [...wordSources(), sourceOf('test/engine/club/schema.graphql')];
}

/** A sports club: an application with words of its own, as far as the engine's tests need one. It has no resolvers. */
export const club: Pick<Application, 'policy' | 'schema' | 'repository' | 'sayPurpose'> = {
  policy: clubPolicy,
  schema: { sources: clubSources, resolvers: [], complete: () => undefined },
  repository: {
    root: new URL('../../../', import.meta.url),
    folders: ['schema', 'src', 'test'],
    schema: 'test/engine/club',
    policy: 'test/engine/club/policy.ts',
  },
  sayPurpose: (purpose) => ({ en: purpose, fr: purpose }),
};
