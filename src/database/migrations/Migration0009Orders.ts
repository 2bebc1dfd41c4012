import { Migration } from '@mikro-orm/migrations';

/**
 * Indexes in the exact order of the lists, so that the cost of a page does not depend on the number of rows. Names are ordered by
 * code point under any collation of the server, so that a prefix is a range. Lists with the newest row first also have descending
 * ids.
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
