import { Migration } from '@mikro-orm/migrations';

/**
 * Indexes in the exact order of the lists, so that a page costs the same in a large town as in a small one. Names are
 * ordered by code points, where a prefix is a range, under any collation of the server. Lists with the newest first have
 * descending ids too.
 */
export class Migration0009Orders extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
      drop index recreation.resident_family_name, recreation.resident_given_name;
      create index resident_family_name on recreation.resident (lower(family_name) collate "C", id);
      create index resident_given_name on recreation.resident (lower(given_name) collate "C", id);

      drop index recreation.ticket_opened, recreation.request_filed, web.visit_visited_at;
      create index ticket_opened on recreation.ticket (opened_at, id);
      create index request_filed on recreation.request (filed_at, id);
      create index visit_visited_at on web.visit (visited_at, id);

      -- No statement needs these alone: a ticket is found by its id or its resident, a guardianship by the guardian.
      drop index recreation.ticket_assignee, recreation.ticket_sensitive, recreation.guardianship_minor;
    `);
  }
}
