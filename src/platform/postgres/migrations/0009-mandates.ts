/** The list of mandates, the newest first. */
export const mandates = (): string => /* sql */ `
  create index mandate_recorded on recreation.mandate (recorded_at, id);`;
