import { z } from 'zod';
import { letter, line } from '../../records/text-forms.ts';

/** What `OpenTicketInput` may hold beside the topic. */
export const openTicketForm = z.object({ subject: line(200), body: letter });

/** What `ReplyToTicketInput` may hold beside the id. */
export const replyForm = z.object({ body: letter });
