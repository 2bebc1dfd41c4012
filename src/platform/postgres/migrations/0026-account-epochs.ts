/** The epoch of an account counts what ended all that it had signed in. A sign-in of an earlier one is worth nothing. */
export const accountEpochs = (): string => /* sql */ `
  alter table identity.account add column epoch integer not null default 0;`;
