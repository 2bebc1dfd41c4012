import { z } from 'zod';
import type { MandateKind } from '../shared/graphql/generated/schema.ts';
import { mandateKinds } from '../policy/partners/partners.ts';
import { line } from '../../platform/text/text-forms.ts';

/**
 * The form of `RecordMandateInput`, without the ids. The scalar has already parsed instants to dates. Only a court order can seal
 * reads (clause `police`).
 */
export function recordMandateForm(kind: MandateKind, now: Date) {
  return z
    .object({
      reference: line(200),
      issuer: line(200),
      subjectIds: z.array(z.string()).min(mandateKinds[kind].namesSubjects ? 1 : 0),
      categories: z.array(z.string()).min(1),
      validFrom: z.date(),
      validUntil: z.date().nullish(),
      sealedUntil: mandateKinds[kind].canBeSealed ? sealEnd(now).nullish() : z.null().optional(),
    })
    .refine(({ validFrom, validUntil }) => !validUntil || validUntil > validFrom, { path: ['validUntil'], error: 'later than validFrom' });
}

/** The form of `RevokeMandateInput`, without the id. */
export const revokeMandateForm = z.object({ reason: line(500) });

/** The form of `ExtendSealInput`, without the id. */
export function extendSealForm(now: Date) {
  return z.object({ sealedUntil: sealEnd(now) });
}

function sealEnd(now: Date) {
  return z.date().refine((end) => end > now, 'later than now');
}
