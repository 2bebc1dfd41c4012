import type { Plan } from '../../engine/plan/operation-plan.ts';
import type { MutationTransaction } from './mutation-transaction.ts';

/**
 * Begins a mutation's transaction (stage "begin"). A query has none.
 * @throws whatever the database does
 */
export async function begin(transaction: MutationTransaction, plan: Plan): Promise<void> {
  if (plan.mutation) await transaction.begin();
}
