import { z } from 'zod';
import { letter } from '../../records/text-forms.ts';

/** The form of `FileRequestInput`, without kind and entry. The maximum length of an address is that of RFC 5321 §4.5.3.1.3. */
export const fileRequestForm = z.object({
  body: letter,
  contactEmail: z.email().max(254).nullish(),
  contactCode: z.string().max(40).nullish(),
});

/** The form of `SendContactCodeInput`, without kind. */
export const sendContactCodeForm = z.object({ body: letter, contactEmail: z.email().max(254) });

/** The form of `AnswerRequestInput`, without the id. */
export const answerForm = z.object({ answer: letter });

/** The form of `ReplyToRequestInput`, without the id. */
export const replyForm = z.object({ body: letter });
