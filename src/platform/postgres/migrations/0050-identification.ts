import type { RoleNames } from '../role-names.ts';

/**
 * How a clerk knew whom an encounter serves; and which version of the privacy statement a resident has acknowledged. That answers matched
 * can be said only after a check in which they did: `identity_match` has the last one of each clerk with each resident, and it is used up.
 */
export const identification = ({ gateway }: RoleNames): string => /* sql */ `
  alter table recreation.encounter
    -- Null: an encounter that began before it was recorded.
    add column identified_by text check (identified_by in ('PHOTO_CARD', 'ANSWERS_MATCHED', 'KNOWN_TO_ME'));
  create index encounter_started_at on recreation.encounter (started_at);
  create table recreation.identity_match (
    employee_id uuid not null references recreation.employee,
    resident_id uuid not null references recreation.resident,
    matched_at timestamptz not null,
    primary key (employee_id, resident_id)
  );
  create table recreation.statement_acknowledgement (
    resident_id uuid not null references recreation.resident,
    version text not null check (version ~ '^[0-9]{1,9}$'),
    at timestamptz not null,
    primary key (resident_id, version)
  );
  grant select, insert, update, delete on recreation.identity_match to ${gateway};
  grant select, insert on recreation.statement_acknowledgement to ${gateway};`;
