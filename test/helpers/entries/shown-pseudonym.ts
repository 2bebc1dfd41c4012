import { personaNamed } from '../../../demo/personas.ts';
import { secret } from '../../../src/platform/postgres/secrets/secrets.ts';
import type { Purpose } from '../../../src/town/shared/graphql/generated/schema.ts';
import { createPseudonyms, logReader, subjectPseudonym } from '../../../src/engine/rows/pseudonyms.ts';
import { testSecrets } from '../database/cluster.ts';

/** The pseudonym of a data subject in the access log, as a persona sees it for a purpose. */
export function shownPseudonym(persona: string, id: string, purpose: Purpose): string {
  const { role, principal } = personaNamed(persona);
  const pseudonyms = createPseudonyms(secret(testSecrets(), 'pseudonyms'));
  return subjectPseudonym(pseudonyms, logReader(role, principal, purpose), id);
}
