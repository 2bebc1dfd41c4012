import { keepRows, type Difference } from './difference.ts';
import * as invent from './invent.ts';

/** Other money and purchases, wherever they may not be seen. */
export function changeLives(difference: Difference): void {
  changeAccounts(difference);
  changePurchases(difference);
}

function changeAccounts({ town, random, standpoint, sees }: Difference): void {
  const named = new Set(
    town['recreation.mandate_subject'].filter(({ mandate_id }) => mandate_id === standpoint.mandate).map(({ resident_id }) => resident_id),
  );
  const money = ['BALANCE', 'OVERDUE', 'CREDIT'];
  keepRows(town, 'recreation.account', ({ resident_id }) => {
    const condition = named.has(resident_id);
    return condition || money.some((category) => sees(resident_id, category)) || random.chance(0.7);
  });
  for (const account of town['recreation.account']) {
    const id = account.resident_id;
    // What a mandate hangs on stays: whether the check is open, and whether the debt is overdue and whose it is.
    const isCondition = named.has(id);
    if (!sees(id, 'BALANCE')) account.balance = `-${invent.amount(random)}`;
    if (!sees(id, 'CREDIT') && !(isCondition && standpoint.role === 'CREDIT_REPORTING_AGENCY'))
      account.credit_check_open = random.chance(0.5);
    if (!sees(id, 'OVERDUE')) {
      const kept = isCondition && standpoint.role === 'COLLECTION_AGENCY';
      const overdue = kept ? Number(account.overdue_amount) > 0 : random.chance(0.5);
      account.overdue_amount = overdue ? invent.amount(random) : '0.00';
      account.overdue_since = overdue ? `2025-${String(random.between(10, 12))}-${random.between(10, 28)}` : null;
      if (!kept && standpoint.role !== 'COLLECTION_AGENCY') account.assigned_to = null;
    }
  }
}

function changePurchases({ town, random, sees, now }: Difference): void {
  keepRows(town, 'recreation.purchase', ({ resident_id }) => sees(resident_id, 'PURCHASE'));
  for (const { id } of town['recreation.resident']) {
    if (sees(id, 'PURCHASE')) continue;
    for (let left = random.below(4); left > 0; left -= 1) {
      town['recreation.purchase'].push({
        id: random.uuid(),
        resident_id: id,
        service_id: random.pick(town['recreation.service']).id,
        quantity: random.between(1, 9),
        amount: invent.amount(random),
        purchased_at: invent.instant(random, now),
      });
    }
  }
}
