import { z } from 'zod';
import { letter } from '../../records/text-forms.ts';

/** What `FileRequestInput` may hold beside the kind. The longest address that a mail server must take: RFC 5321 §4.5.3.1.3. */
export const fileRequestForm = z.object({ body: letter, contactEmail: z.email().max(254).nullish() });

/** What `AnswerRequestInput` may hold beside the id. */
export const answerForm = z.object({ answer: letter });
