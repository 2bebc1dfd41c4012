import type { RoleNames } from '../role-names.ts';

/** The number of each resident's membership card. Another number takes its place when a card is lost. */
export const cards = ({ gateway }: RoleNames): string => /* sql */ `
  -- 15 digits of a hash, and the digit that checks them (ISO/IEC 7812-1, annex B). From a random seed it tells nothing about anybody.
  create function recreation.card_number(seed uuid) returns text immutable parallel safe
    return (
      select digits || (10 - sum(case when place % 2 = 1 then digit * 2 / 10 + digit * 2 % 10 else digit end) % 10) % 10
      from (
        select lpad((('x' || left(encode(sha256(uuid_send(seed)), 'hex'), 15))::bit(60)::bigint % 1000000000000000)::text, 15, '0') as digits
      ) drawn
      cross join generate_series(1, 15) place
      cross join lateral (select substr(digits, place, 1)::integer as digit) one
      group by digits);
  alter table recreation.resident add column card_number text not null default recreation.card_number(gen_random_uuid())
    constraint resident_card_number_form check (card_number ~ '^[0-9]{16}$');
  create unique index resident_card_number on recreation.resident (card_number);
  grant update (card_number) on recreation.resident to ${gateway};`;
