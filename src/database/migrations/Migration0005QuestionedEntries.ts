import { Migration } from '@mikro-orm/migrations';

/** A request can question an entry of the access log (clause `rights`). */
export class Migration0005QuestionedEntries extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
      -- No reference: the request stays when the entry is past its retention.
      alter table recreation.request add column entry_id uuid,
        add check ((kind = 'ACCESS_QUESTIONED') = (entry_id is not null));
    `);
  }
}
