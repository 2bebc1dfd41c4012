import { Migration } from '@mikro-orm/migrations';

/**
 * Restricts minimum ages to the lower bounds of age bands (recreation.age_band), so that an accepted or refused sale reveals only
 * the band.
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
