import { changes } from './changes.ts';
import { clientsOfPartners } from './clients-of-partners.ts';
import { erasures } from './erasures.ts';
import { fromSchema } from './from-schema.ts';
import { language } from './language.ts';
import { lives } from './lives.ts';
import { log } from './log.ts';
import type { CorpusOperation } from './operation.ts';
import { payments } from './payments.ts';
import { people } from './people.ts';
import { open } from './public.ts';
import { refusals } from './refusals.ts';

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
