/** How long a pass is valid. The gateway writes the days with the purchase and may not change them. */
export const passes = (): string => /* sql */ `
  -- Null: not a pass.
  alter table recreation.service add column valid_days integer constraint service_valid_days check (valid_days between 1 and 3660);
  -- Both are null for what is not a pass, and for what was bought before passes had days.
  alter table recreation.purchase add column valid_from date, add column valid_until date,
    add constraint purchase_validity check (
      (valid_from is null and valid_until is null)
      or (valid_from is not null and valid_until is not null and valid_from <= valid_until));`;
