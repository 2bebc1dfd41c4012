import { Migration } from '@mikro-orm/migrations';

/** An index of the few address-protected residents. Every read checks whether a resident lives with one of them. */
export class Migration0011ProtectedPeople extends Migration {
  override up(): void {
    this.addSql(/* sql */ `create index resident_protected on recreation.resident (id) where address_protected`);
  }
}
