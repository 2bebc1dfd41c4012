import { z } from 'zod';
import { line } from '../../../platform/text/text-forms.ts';

/** The form of `ProposeErasureInput`. */
export const proposeErasureForm = z.object({ reason: line(500), entryIds: z.array(z.string()).min(1).max(100) });
