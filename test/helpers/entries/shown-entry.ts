import { personaNamed } from '../../../demo/personas.ts';
import { secret } from '../../../src/platform/postgres/secrets/secrets.ts';
import type { Purpose } from '../../../src/town/shared/graphql/generated/schema.ts';
import { createPseudonyms, entryReader, logReader } from '../../../src/engine/rows/pseudonyms.ts';
import { testSecrets } from '../database/cluster.ts';

/** The id under which a persona is shown an access entry for a purpose. */
export function shownEntry(persona: string, id: string, purpose: Purpose = 'SELF_SERVICE'): string {
  const { role, principal } = personaNamed(persona);
  const pseudonyms = createPseudonyms(secret(testSecrets(), 'pseudonyms'));
  return pseudonyms.disguise(entryReader(logReader(role, principal, purpose)), id);
}
