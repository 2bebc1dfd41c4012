import { z } from 'zod';

/** What `PurchaseInput` may hold beside the ids. */
export const purchaseForm = z.object({ quantity: z.int().min(1).max(100) });
