/** What an employee's duty says about purposes, for the authorization server: whether the log is reviewed. */
export const duties = (): string => /* sql */ `
  create or replace view identity.employment as
    select id, roles, resident_id, reviews_log from recreation.employee where access_ended_at is null and not awaits_acceptance;`;
