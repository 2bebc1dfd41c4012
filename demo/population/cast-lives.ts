import { statementOn } from '../../src/engine/policy/declaration/vocabulary.ts';
import { policyInForce } from '../../src/town/policy/policy.ts';
import { castHomes, castResidents, homesOfCast } from './cast-residents.ts';
import { dayBefore, daysAgo } from './dates.ts';
import type { Batch } from './batch.ts';
import { money } from './money.ts';
import { cast } from '../personas.ts';
import { services, validityOf } from './services.ts';
import type { PaymentMethod } from '../../src/town/shared/graphql/generated/schema.ts';
import type { AccountRow, GuardianshipRow } from './tables.ts';

type Debt = Partial<Pick<AccountRow, 'credit_check_open' | 'assigned_to'>> & { readonly overdue?: number; readonly overdueDays?: number };

// Amounts in cents, all distinct. Together they cover: credit check open or closed, overdue or not, assigned or not.
const accounts: readonly (readonly [residentId: string, balance: number, debt: Debt])[] = [
  [cast.resident, -318_47, { overdue: 204_19, overdueDays: 97, credit_check_open: true, assigned_to: cast.collectionAgency }],
  [cast.guardian, -96_31, { overdue: 71_83, overdueDays: 44 }],
  [cast.housemate, 27_62, { credit_check_open: true }],
  [cast.distantGuardian, 143_09, {}],
  [cast.neighbour, -12_74, {}],
  [cast.protectedPerson, -407_58, { overdue: 366_27, overdueDays: 151, credit_check_open: true, assigned_to: cast.collectionAgency }],
  [cast.protectedHousemate, 58_93, {}],
  [cast.protectedChild, 19_46, {}],
  [cast.estrangedParent, -221_16, { overdue: 188_52, overdueDays: 203, assigned_to: cast.collectionAgency }],
  [cast.clerkAsResident, -83_64, { overdue: 49_38, overdueDays: 122, credit_check_open: true, assigned_to: cast.collectionAgency }],
];

// The index of the service, the quantity, and the number of days ago.
const purchases: readonly (readonly [residentId: string, service: number, quantity: number, days: number])[] = [
  [cast.resident, 0, 3, 11],
  [cast.resident, 7, 1, 65],
  [cast.resident, 3, 2, 140],
  [cast.guardian, 1, 2, 8],
  [cast.housemate, 6, 1, 33],
  [cast.distantGuardian, 2, 4, 71],
  [cast.neighbour, 11, 3, 26],
  [cast.protectedPerson, 9, 2, 19],
  [cast.protectedPerson, 4, 5, 90],
  [cast.protectedHousemate, 2, 7, 52],
  [cast.protectedChild, 5, 1, 15],
  [cast.estrangedParent, 9, 3, 200],
  [cast.clerkAsResident, 6, 4, 41],
];

// The index of the purchase (undefined: towards all that is owed), the amount in cents, and the number of days ago.
const payments: readonly (readonly [
  residentId: string,
  purchase: number | undefined,
  cents: number,
  method: PaymentMethod,
  days: number,
])[] = [
  [cast.resident, 1, 41_37, 'CARD', 10],
  [cast.resident, undefined, 23_19, 'CASH', 37],
  [cast.guardian, 3, 52_81, 'CARD', 7],
  [cast.housemate, 4, 61_29, 'CASH', 31],
  [cast.neighbour, 6, 47_53, 'CARD', 24],
  [cast.protectedPerson, 7, 33_91, 'CASH', 17],
  [cast.protectedHousemate, 9, 29_83, 'CARD', 50],
  [cast.protectedChild, 10, 18_67, 'CASH', 13],
  [cast.estrangedParent, 11, 74_57, 'CARD', 198],
  [cast.clerkAsResident, 12, 66_43, 'CASH', 39],
];

/** Adds the cast's residents with their households, guardianships, accounts and purchases. */
export function addCastLives(batch: Batch, today: string, now: Date): void {
  const version = statementOn(policyInForce.vocabulary, today)?.version ?? '';
  for (const row of castResidents(today, now)) {
    batch.add('recreation.resident', row);
    // As if each had read it on the first visit.
    batch.add('recreation.statement_acknowledgement', { resident_id: row.id, version, at: now.toISOString() });
  }
  for (const { id } of Object.values(castHomes)) batch.add('recreation.household', { id });
  for (const [resident_id, home, days] of homesOfCast) {
    batch.add('recreation.household_member', { household_id: home.id, resident_id, is_home: true, since: daysAgo(now, days) });
  }
  batch.add('recreation.household_member', {
    household_id: castHomes.estrangedParent.id,
    resident_id: cast.protectedChild,
    is_home: false,
    since: daysAgo(now, 391),
  });
  for (const row of guardianships(today)) batch.add('recreation.guardianship', row);
  for (const [resident_id, balance, { overdue = 0, overdueDays, credit_check_open = false, assigned_to = null }] of accounts) {
    batch.add('recreation.account', {
      resident_id,
      balance: money(balance),
      overdue_amount: money(overdue),
      overdue_since: overdueDays === undefined ? null : dayBefore(today, { days: overdueDays }),
      credit_check_open,
      assigned_to,
    });
  }
  for (const [index, [resident_id, service, quantity, days]] of purchases.entries()) {
    const offer = services[service]!;
    const purchased_at = daysAgo(now, days);
    batch.add('recreation.purchase', {
      id: purchaseId(index),
      resident_id,
      service_id: offer.id,
      quantity,
      amount: money(offer.price * quantity),
      purchased_at,
      ...validityOf(offer, purchased_at),
    });
  }
  for (const [index, [resident_id, purchase, cents, method, days]] of payments.entries()) {
    batch.add('recreation.payment', {
      id: `c0000000-0000-4000-8000-0000000000${String(index + 1).padStart(2, '0')}`,
      resident_id,
      purchase_id: purchase === undefined ? null : purchaseId(purchase),
      amount: money(cents),
      method,
      paid_at: daysAgo(now, days),
    });
  }
}

/** @param index among the purchases of the cast */
function purchaseId(index: number): string {
  return `a0000000-0000-4000-8000-0000000000${String(index + 1).padStart(2, '0')}`;
}

function guardianships(today: string): readonly GuardianshipRow[] {
  const whole = ['ADDRESS', 'HOUSEHOLD', 'SUPPORT_HISTORY'] as const;
  const since = (days: number) => ({ valid_from: dayBefore(today, { days }), valid_until: null });
  return [
    { guardian_id: cast.guardian, minor_id: cast.resident, scope: whole, ...since(1_209) },
    { guardian_id: cast.distantGuardian, minor_id: cast.resident, scope: [], ...since(600) },
    { guardian_id: cast.protectedPerson, minor_id: cast.protectedChild, scope: whole, ...since(398) },
    { guardian_id: cast.estrangedParent, minor_id: cast.protectedChild, scope: whole, ...since(398) },
  ];
}
