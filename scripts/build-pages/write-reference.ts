import { town } from '../../src/town/index.ts';
import { languages } from '../../src/platform/language/languages.ts';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { printSchema } from 'graphql';
import { createViews } from '../../src/engine/plan/outline/view.ts';
import { errorCatalogue as errors, type ErrorCode } from '../../src/platform/errors/errors.ts';
import { buildSchema } from '../../src/server/spine/document/build-schema.ts';
import { Role } from '../../src/town/shared/graphql/generated/schema.ts';
import { policyInForce } from '../../src/town/policy/policy.ts';
import { sayError } from '../../src/platform/errors/say-error.ts';
import { readGroups } from '../docs/errors-document.ts';
import { readExamples } from './read-examples.ts';

/** The sources of the reference, from the root. */
export const referenceSources = [
  'schema',
  'src/town/policy',
  'src/engine/policy',
  'src/platform/errors/errors.ts',
  'src/town/wording',
  'docs/client-guide.md',
];

/**
 * Writes what the page for developers shows: the schema of each role, the codes of errors, and the examples of the client guide.
 * @param root of the repository
 */
export function writeReference(root: string): void {
  const folder = join(root, 'web/src/developer/generated');
  mkdirSync(join(folder, 'schema'), { recursive: true });
  const { schema, markings } = buildSchema(town);
  const viewOf = createViews(schema, markings, policyInForce);
  for (const role of Object.values(Role)) writeFileSync(join(folder, `schema/${role}.graphql`), printSchema(viewOf(role)));
  const known = readGroups(readFileSync(join(root, 'src/platform/errors/errors.ts'), 'utf8')).flatMap(({ title, codes }) =>
    codes.map(({ code, comment }) => {
      const [status] = errors[code as ErrorCode];
      const sentences = Object.fromEntries(languages.map((language) => [language, sayError(language, code as ErrorCode)]));
      return { group: title, code, status, sentences, comment };
    }),
  );
  const examples = readExamples(readFileSync(join(root, 'docs/client-guide.md'), 'utf8'));
  writeFileSync(join(folder, 'reference.json'), JSON.stringify({ errors: known, examples }));
}
