import { Migration } from '@mikro-orm/migrations';

/**
 * A minimum age is where an age band begins (recreation.age_band), so that a sale that is made or
 * refused tells no more of somebody's age than the band does.
 */
export class Migration0003MinimumAges extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
      update recreation.service set minimum_age = (
        select min(edge) from unnest(array[6, 13, 18, 30, 45, 65]) edge where edge >= least(minimum_age, 65));
      alter table recreation.service add constraint service_minimum_age check (minimum_age in (6, 13, 18, 30, 45, 65));
    `);
  }
}
