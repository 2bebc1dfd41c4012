import type { RoleNames } from '../../platform/postgres/roles/role-names.ts';

/** Acknowledgements: of the texts about purposes by employees, and of the statement by residents. */
export const acknowledgements = ({ gateway }: RoleNames): string => /* sql */ `
  create table recreation.acknowledgement (
    employee_id uuid not null references recreation.employee,
    purpose text not null,
    -- The digest of the text and of the policy's grants for the purpose.
    version text not null check (version ~ '^[0-9a-f]{32}$'),
    at timestamptz not null,
    primary key (employee_id, purpose, version)
  );

  create table recreation.statement_acknowledgement (
    resident_id uuid not null references recreation.resident,
    version text not null check (version ~ '^[0-9]{1,9}$'),
    at timestamptz not null,
    primary key (resident_id, version)
  );
  grant select, insert on recreation.acknowledgement, recreation.statement_acknowledgement to ${gateway};`;
