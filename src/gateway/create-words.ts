import type { Words } from '../context.ts';
import type { Catalogue } from '../enforcement/catalogue.ts';
import { nameFields } from '../wording/name-fields.ts';
import { sayWhy } from '../wording/say-why.ts';
import { wordings } from '../wording/wordings.ts';

/** The sentences that describe reads; in English, the only language so far. */
export function createWords({ outputs }: Pick<Catalogue, 'outputs'>): Words {
  return {
    why: (reason) => sayWhy(wordings.en, reason),
    fields: (coordinates) => nameFields(wordings.en, (coordinate) => outputs.get(coordinate)?.category, coordinates),
  };
}
