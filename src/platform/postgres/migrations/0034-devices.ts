/**
 * On what somebody signed in, for the list of the own sessions: a browser and a system by their names, without a version. No text of a
 * browser is kept. The gateway's role does not read them.
 */
export const devices = (): string => /* sql */ `
  alter table identity.session
    add column browser text check (browser ~ '^[A-Za-z][A-Za-z /]{1,19}$'),
    add column system text check (system ~ '^[A-Za-z][A-Za-z /]{1,19}$');`;
