import { z } from 'zod';

/** The form of `RecordPaymentInput`, without the ids and the method. */
export const paymentForm = z.object({ cents: z.int().min(1) });
