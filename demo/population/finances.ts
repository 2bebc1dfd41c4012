import { ageAt, dayBefore, oneDay, startOf } from './dates.ts';
import type { Batch } from './batch.ts';
import { money } from './money.ts';
import { cast } from '../personas.ts';
import { services, validityOf } from './services.ts';
import type { ResidentRow } from './tables.ts';
import type { World } from './world.ts';

/** Adds a resident's account: balanced, in credit, in debt, or overdue and perhaps assigned to the collection agency. */
export function addAccount(batch: Batch, { doings, today, now }: World, resident: ResidentRow): void {
  const adult = ageAt(resident.birth_date, now.getTime()) >= 18;
  const overdue = adult && doings.chance(0.08) ? doings.between(10_00, 600_00) : 0;
  const lateDays = doings.between(31, 400);
  const other = doings.chance(0.4) ? 0 : doings.between(-150_00, 120_00);
  batch.add('recreation.account', {
    resident_id: resident.id,
    balance: money(overdue > 0 ? -overdue - Math.abs(other) : other),
    overdue_amount: money(overdue),
    overdue_since: overdue > 0 ? dayBefore(today, { days: lateDays }) : null,
    credit_check_open: adult && doings.chance(0.04),
    assigned_to: overdue > 0 && lateDays > 90 && doings.chance(0.5) ? cast.collectionAgency : null,
  });
}

/** The id of the payment for a purchase: another random number would change all that are drawn after it. */
function paymentOf(purchaseId: string): string {
  return `${purchaseId.slice(0, 8)}-${purchaseId.slice(9, 13).split('').toReversed().join('')}${purchaseId.slice(13)}`;
}

/** Adds a resident's purchases of the last two years: none to eight, none below a service's minimum age. Some are paid for at the counter. */
export function addPurchases(batch: Batch, { doings, now }: World, resident: ResidentRow): void {
  const until = now.getTime();
  const since = Math.max(Date.parse(resident.registered_at), until - 730 * oneDay);
  const birth = startOf(resident.birth_date);
  for (let left = Math.min(doings.below(9), doings.below(9)); left > 0; left -= 1) {
    const at = since + Math.floor(doings.fraction() * (until - since));
    const age = (at - birth) / (365.2425 * oneDay);
    const service = doings.pick(services.filter(({ minimumAge }) => minimumAge === null || minimumAge <= age));
    const quantity = doings.chance(0.8) ? 1 : doings.between(2, 5);
    const purchased_at = new Date(at).toISOString();
    const id = doings.uuid();
    const bought = { resident_id: resident.id, amount: money(service.price * quantity) };
    batch.add('recreation.purchase', {
      ...bought,
      id,
      service_id: service.id,
      quantity,
      purchased_at,
      ...validityOf(service, purchased_at),
    });
    if (left % 3 !== 0) continue;
    // Paid at the counter, with the purchase.
    batch.add('recreation.payment', {
      ...bought,
      id: paymentOf(id),
      purchase_id: id,
      method: left % 2 === 0 ? 'CASH' : 'CARD',
      paid_at: purchased_at,
    });
  }
}
