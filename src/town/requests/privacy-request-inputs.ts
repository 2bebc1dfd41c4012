import { z } from 'zod';
import { letter, mailbox } from '../../platform/text/text-forms.ts';

/** The form of `FileRequestInput`, without kind and entry. */
export const fileRequestForm = z.object({
  body: letter,
  contactEmail: mailbox.nullish(),
  contactCode: z.string().max(40).nullish(),
});

/** The form of `SendContactCodeInput`, without kind. */
export const sendContactCodeForm = z.object({ body: letter, contactEmail: mailbox });

/** The form of `AnswerRequestInput`, without the id. */
export const answerForm = z.object({ answer: letter });

/** The form of `ReplyToRequestInput`, without the id. */
export const replyForm = z.object({ body: letter });
