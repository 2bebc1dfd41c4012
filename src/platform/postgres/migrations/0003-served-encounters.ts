import type { RoleNames } from '../role-names.ts';

/**
 * When the person of an encounter was first served, so that encounters in which nobody was served can be counted
 * (`town/counter/spend-encounter.ts`).
 */
export const servedEncounters = ({ gateway }: RoleNames): string => /* sql */ `
  -- Null: the encounter changed nothing of the record.
  alter table recreation.encounter add column served_at timestamptz;
  create index encounter_started on recreation.encounter (employee_id, started_at);
  grant update (served_at) on recreation.encounter to ${gateway};`;
