/**
 * A session that acts in no capacity yet: somebody has several and has not chosen, or needs a passkey first. It opens the pages of the
 * own account, and reads no record.
 */
export const sessionsWithoutCapacity = (): string => /* sql */ `
  alter table identity.session alter column role drop not null, alter column principal_id drop not null,
    add constraint session_capacity check ((role is null) = (principal_id is null));`;
