/** The mandates of each partner, the newest first. */
export const partners = (): string => /* sql */ `
  create index mandate_partner on recreation.mandate (partner_id, recorded_at, id);`;
