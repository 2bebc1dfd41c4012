import { Migration } from '@mikro-orm/migrations';

/** Whether somebody lives with a protected person is asked of everybody who is read: the few who are protected stand apart. */
export class Migration0011ProtectedPeople extends Migration {
  override up(): void {
    this.addSql(/* sql */ `create index resident_protected on recreation.resident (id) where address_protected`);
  }
}
