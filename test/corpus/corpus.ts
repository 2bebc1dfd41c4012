import { changes } from './sections/changes.ts';
import { clientsOfPartners } from './sections/clients-of-partners.ts';
import { erasures } from './sections/erasures.ts';
import { fromSchema } from './sections/from-schema.ts';
import { language } from './sections/language.ts';
import { lives } from './sections/lives.ts';
import { log } from './sections/log.ts';
import type { CorpusOperation } from './operation.ts';
import { payments } from './sections/payments.ts';
import { people } from './sections/people.ts';
import { open } from './sections/public.ts';
import { refusals } from './sections/refusals.ts';

/** By subject area; each has a file of expected answers under the same name. */
export const areas: Readonly<Record<string, readonly CorpusOperation[]>> = {
  people,
  lives,
  payments,
  log,
  public: open,
  changes,
  erasures,
  'clients-of-partners': clientsOfPartners,
  language,
  refusals,
  'from-schema': fromSchema,
};

export const corpus: readonly CorpusOperation[] = Object.values(areas).flat();
