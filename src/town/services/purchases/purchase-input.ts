import { z } from 'zod';

/** The form of `PurchaseInput`, without the ids. */
export const purchaseForm = z.object({ quantity: z.int().min(1).max(100) });
