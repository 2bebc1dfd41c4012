import type { RoleNames } from '../role-names.ts';

/** Which text of a purpose an employee has acknowledged, and when. Nobody changes or withdraws it. */
export const acknowledgements = ({ gateway }: RoleNames): string => /* sql */ `
  create table recreation.acknowledgement (
    employee_id uuid not null references recreation.employee,
    purpose text not null,
    -- The digest of the text and of what the policy allows for the purpose.
    version text not null check (version ~ '^[0-9a-f]{32}$'),
    at timestamptz not null,
    primary key (employee_id, purpose, version)
  );
  grant select, insert on recreation.acknowledgement to ${gateway};`;
