import type { RoleNames } from '../../platform/postgres/roles/role-names.ts';

/** Mandates of partners, their approvals, and until when reads under them are sealed. */
export const mandates = ({ gateway, identity }: RoleNames): string => /* sql */ `
  create table recreation.mandate (
    id uuid primary key,
    kind text not null,
    reference text not null,
    issuer text not null,
    partner_id uuid not null references recreation.partner,
    purpose text not null,
    categories text[] not null,
    valid_from timestamptz not null,
    valid_until timestamptz not null check (valid_until > valid_from),
    open_ended boolean not null default false,
    recorded_by uuid not null references recreation.employee,
    recorded_at timestamptz not null,
    reconfirmed_at timestamptz,
    reconfirmed_by uuid references recreation.employee,
    revoked_at timestamptz,
    revoked_by uuid references recreation.employee,
    revocation_reason text,
    check (num_nulls(revoked_at, revoked_by, revocation_reason) in (0, 3)),
    check (num_nulls(reconfirmed_at, reconfirmed_by) in (0, 2)),
    check (reconfirmed_at is null or open_ended),
    -- The recorder cannot reconfirm a mandate.
    check (reconfirmed_by <> recorded_by),
    -- 90 days of 24 hours, independent of the time zone.
    check (not open_ended or valid_until <= greatest(valid_from, recorded_at, reconfirmed_at) + interval '2160 hours')
  );
  create index mandate_recorded on recreation.mandate (recorded_at, id);
  create index mandate_partner on recreation.mandate (partner_id, recorded_at, id);

  create table recreation.mandate_subject (
    mandate_id uuid not null references recreation.mandate,
    resident_id uuid not null references recreation.resident,
    primary key (mandate_id, resident_id)
  );
  create index mandate_subject_resident on recreation.mandate_subject (resident_id);

  create table recreation.mandate_approval (
    mandate_id uuid not null references recreation.mandate,
    employee_id uuid not null references recreation.employee,
    approved_at timestamptz not null,
    primary key (mandate_id, employee_id)
  );

  -- The date until which reads under a mandate are sealed. The first is recorded and approved with the mandate; later ones extend it.
  create table recreation.mandate_seal (
    id uuid primary key,
    mandate_id uuid not null references recreation.mandate,
    extends boolean not null,
    sealed_until timestamptz not null,
    proposed_by uuid not null references recreation.employee,
    proposed_at timestamptz not null,
    check (sealed_until > proposed_at)
  );
  create index mandate_seal_mandate on recreation.mandate_seal (mandate_id);
  create unique index mandate_seal_first on recreation.mandate_seal (mandate_id) where not extends;
  create index mandate_seal_until on recreation.mandate_seal (sealed_until);

  create table recreation.mandate_seal_approval (
    seal_id uuid not null references recreation.mandate_seal,
    employee_id uuid not null references recreation.employee,
    approved_at timestamptz not null,
    primary key (seal_id, employee_id)
  );

  -- The most that partners can be granted. The authorization server decides whether a mandate is in force.
  create view identity.grantable as
    select mandate.id, mandate.partner_id, mandate.kind, mandate.purpose, mandate.categories, mandate.reference, mandate.issuer,
      mandate.valid_from, mandate.valid_until, mandate.revoked_at,
      (select count(*)::int from recreation.mandate_approval approval
        where approval.mandate_id = mandate.id and approval.employee_id <> mandate.recorded_by) as approvals,
      array(select named.resident_id from recreation.mandate_subject named where named.mandate_id = mandate.id) as subject_ids
    from recreation.mandate mandate;
  grant select on identity.grantable to ${identity};

  grant select, insert on recreation.mandate, recreation.mandate_subject, recreation.mandate_approval, recreation.mandate_seal,
    recreation.mandate_seal_approval to ${gateway};
  -- The gateway cannot change agreed terms.
  grant update (valid_until, reconfirmed_at, reconfirmed_by, revoked_at, revoked_by, revocation_reason) on recreation.mandate to ${gateway};`;
