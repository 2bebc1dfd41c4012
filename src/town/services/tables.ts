import type { RoleNames } from '../../platform/postgres/roles/role-names.ts';

/** Services, purchases, debts and payments. */
export const services = ({ gateway }: RoleNames): string => /* sql */ `
  create table recreation.service (
    id uuid primary key,
    name text not null,
    description text not null,
    price numeric(12, 2) not null,
    -- A lower bound of an age band, so that an accepted or refused sale reveals only the band.
    minimum_age integer constraint service_minimum_age check (minimum_age in (6, 13, 18, 30, 45, 65)),
    -- Null: not a pass.
    valid_days integer constraint service_valid_days check (valid_days between 1 and 3660)
  );

  create table recreation.purchase (
    id uuid primary key,
    resident_id uuid not null references recreation.resident,
    service_id uuid not null references recreation.service,
    quantity integer not null check (quantity between 1 and 100),
    amount numeric(12, 2) not null,
    purchased_at timestamptz not null,
    -- The gateway writes the days with the purchase and may not change them. Both are null for purchases that are not passes, and for
    -- purchases from before passes had days.
    valid_from date,
    valid_until date,
    constraint purchase_validity check (
      (valid_from is null and valid_until is null)
      or (valid_from is not null and valid_until is not null and valid_from <= valid_until))
  );
  create index purchase_resident on recreation.purchase (resident_id, purchased_at desc, id);

  create table recreation.account (
    resident_id uuid primary key references recreation.resident,
    balance numeric(12, 2) not null default 0,
    overdue_amount numeric(12, 2) not null default 0,
    overdue_since date,
    credit_check_open boolean not null default false,
    -- The collection agency that has the overdue debt.
    assigned_to uuid references recreation.partner,
    check ((overdue_amount > 0) = (overdue_since is not null))
  );
  create index account_overdue on recreation.account (resident_id) where overdue_amount > 0;

  create table recreation.payment (
    id uuid primary key,
    resident_id uuid not null references recreation.resident,
    -- Null: towards the whole debt.
    purchase_id uuid references recreation.purchase on delete set null,
    amount numeric(12, 2) not null constraint payment_amount check (amount > 0),
    method text not null constraint payment_method check (method in ('CASH', 'CARD')),
    paid_at timestamptz not null
  );
  create index payment_resident on recreation.payment (resident_id, paid_at desc, id);
  create index payment_purchase on recreation.payment (purchase_id) where purchase_id is not null;

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
  grant execute on function recreation.record_payment to ${gateway};

  grant select on recreation.service, recreation.purchase, recreation.account, recreation.payment to ${gateway};
  grant insert on recreation.purchase, recreation.account to ${gateway};
  grant update (balance) on recreation.account to ${gateway};`;
