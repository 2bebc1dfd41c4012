import type { RoleNames } from '../role-names.ts';

/**
 * What was paid at the counter. The gateway records a payment through a function, which keeps what it may not: a payment beyond what is
 * owed, or an overdue debt that is assigned to an agency although it is paid (clause `collections`).
 */
export const payments = ({ gateway }: RoleNames): string => /* sql */ `
  create table recreation.payment (
    id uuid primary key,
    resident_id uuid not null references recreation.resident,
    -- Null: towards all that is owed.
    purchase_id uuid references recreation.purchase on delete set null,
    amount numeric(12, 2) not null constraint payment_amount check (amount > 0),
    method text not null constraint payment_method check (method in ('CASH', 'CARD')),
    paid_at timestamptz not null
  );
  create index payment_resident on recreation.payment (resident_id, paid_at desc, id);
  create index payment_purchase on recreation.payment (purchase_id) where purchase_id is not null;
  grant select on recreation.payment to ${gateway};

  -- False: it is more than the resident owes, or than is left to pay of that resident's purchase. Nothing is recorded then.
  create function recreation.record_payment(new_id uuid, payer uuid, bought uuid, paid numeric, means text, instant timestamptz)
    returns boolean language plpgsql security definer set search_path = pg_catalog as $$
  begin
    -- One payment at a time for an account, so that two of them do not pay the same debt.
    perform from recreation.account where resident_id = payer and balance + paid <= 0 for no key update;
    if not found then return false; end if;
    if bought is not null and not exists (
      select from recreation.purchase where id = bought and resident_id = payer and amount - paid >= (
        select coalesce(sum(earlier.amount), 0) from recreation.payment earlier where earlier.purchase_id = bought))
    then return false; end if;
    -- With the overdue part, its date and its assignment to an agency end.
    update recreation.account set balance = balance + paid,
      overdue_amount = greatest(overdue_amount - paid, 0),
      overdue_since = case when overdue_amount > paid then overdue_since end,
      assigned_to = case when overdue_amount > paid then assigned_to end
    where resident_id = payer;
    insert into recreation.payment (id, resident_id, purchase_id, amount, method, paid_at)
    values (new_id, payer, bought, paid, means, instant);
    return true;
  end $$;
  revoke execute on function recreation.record_payment from public;
  grant execute on function recreation.record_payment to ${gateway};`;
