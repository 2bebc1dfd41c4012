import { z } from 'zod';
import type { MandateKind } from '../../generated/schema.ts';
import { mandateKinds } from '../../records/mandate-kinds.ts';
import { line } from './text.ts';

/** What `RecordMandateInput` may hold beside the ids. The instants come as dates from their scalar. */
export function recordMandateForm(kind: MandateKind) {
  return z
    .object({
      reference: line(200),
      issuer: line(200),
      subjectIds: z.array(z.string()).min(mandateKinds[kind].namesSubjects ? 1 : 0),
      categories: z.array(z.string()).min(1),
      validFrom: z.date(),
      validUntil: z.date(),
    })
    .refine(({ validFrom, validUntil }) => validUntil > validFrom, { path: ['validUntil'] });
}
