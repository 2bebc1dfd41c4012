/** A sign-out, and whatever ends all that an account had signed in, finds it among what all accounts have. */
export const artifactsOfAccounts = (): string => /* sql */ `
  -- The subject of an artifact begins with the id of its account.
  create index artifact_account on identity.artifact (left(payload ->> 'accountId', 36)) where payload ->> 'accountId' is not null;`;
