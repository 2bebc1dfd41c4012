import { Migration } from '@mikro-orm/migrations';

/** Reads that are hidden from their data subjects: under a sealed order, and of a minor's sensitive ticket. */
export class Migration0006Seals extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
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

      -- Sealed towards the guardians of the resident who opened the ticket, while that resident is a minor.
      alter table recreation.ticket add sensitive boolean not null default false;
      create index ticket_sensitive on recreation.ticket (resident_id) where sensitive;

      grant select, insert on recreation.mandate_seal, recreation.mandate_seal_approval to ntk_gateway;
      grant update (sensitive) on recreation.ticket to ntk_gateway;
    `);
  }
}
