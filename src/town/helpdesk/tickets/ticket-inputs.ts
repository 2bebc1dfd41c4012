import { z } from 'zod';
import { letter, line } from '../../../platform/text/text-forms.ts';

/** The form of `OpenTicketInput`, without the topic. */
export const openTicketForm = z.object({ subject: line(200), body: letter });

/** The form of `ReplyToTicketInput`, without the id. */
export const replyForm = z.object({ body: letter });
