import { keepRows, type TownChange } from './town-change.ts';
import * as fake from './fake.ts';

/** Changes accounts, purchases and payments that may not be seen. */
export function changeAccountsAndPurchases(change: TownChange): void {
  changeAccounts(change);
  changePurchases(change);
  changePayments(change);
}

function changeAccounts({ town, random, standpoint, sees }: TownChange): void {
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
    // Facts that a mandate depends on stay: an open credit check, an overdue debt and its agency.
    const isCondition = named.has(id);
    if (!sees(id, 'BALANCE')) account.balance = `-${fake.amount(random)}`;
    if (!sees(id, 'CREDIT') && !(isCondition && standpoint.role === 'CREDIT_REPORTING_AGENCY'))
      account.credit_check_open = random.chance(0.5);
    if (!sees(id, 'OVERDUE')) {
      const kept = isCondition && standpoint.role === 'COLLECTION_AGENCY';
      const overdue = kept ? Number(account.overdue_amount) > 0 : random.chance(0.5);
      account.overdue_amount = overdue ? fake.amount(random) : '0.00';
      account.overdue_since = overdue ? `2025-${String(random.between(10, 12))}-${random.between(10, 28)}` : null;
      if (!kept && standpoint.role !== 'COLLECTION_AGENCY') account.assigned_to = null;
    }
  }
}

function changePurchases({ town, random, sees, now }: TownChange): void {
  keepRows(town, 'recreation.purchase', ({ resident_id }) => sees(resident_id, 'PURCHASE'));
  for (const { id } of town['recreation.resident']) {
    if (sees(id, 'PURCHASE')) continue;
    for (let left = random.below(4); left > 0; left -= 1) {
      town['recreation.purchase'].push({
        id: random.uuid(),
        resident_id: id,
        service_id: random.pick(town['recreation.service']).id,
        quantity: random.between(1, 9),
        amount: fake.amount(random),
        purchased_at: fake.instant(random, now),
        ...fake.validity(random),
      });
    }
  }
}

function changePayments({ town, random, sees, now }: TownChange): void {
  const shown = (id: string): boolean => sees(id, 'PURCHASE') && sees(id, 'BALANCE');
  keepRows(town, 'recreation.payment', ({ resident_id }) => shown(resident_id));
  const bought = Map.groupBy(town['recreation.purchase'], ({ resident_id }) => resident_id);
  for (const { id } of town['recreation.resident']) {
    if (shown(id)) continue;
    for (let left = random.below(3); left > 0; left -= 1) {
      const purchases = bought.get(id) ?? [];
      town['recreation.payment'].push({
        id: random.uuid(),
        resident_id: id,
        purchase_id: purchases.length > 0 && random.chance(0.6) ? random.pick(purchases).id : null,
        amount: fake.amount(random),
        method: random.pick(['CASH', 'CARD'] as const),
        paid_at: fake.instant(random, now),
      });
    }
  }
}
