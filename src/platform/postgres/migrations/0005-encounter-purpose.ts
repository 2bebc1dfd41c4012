import type { RoleNames } from '../role-names.ts';

/** The purpose of an open encounter can change. The access log has each purpose with its time. */
export const encounterPurpose = ({ gateway }: RoleNames): string => /* sql */ `
  grant update (purpose) on recreation.encounter to ${gateway};`;
