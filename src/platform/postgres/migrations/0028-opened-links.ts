/** A link that proves a mailbox counts in the session in which it was opened, and in no other. */
export const openedLinks = (): string => /* sql */ `
  alter table identity.link add column session_id uuid constraint link_session references identity.session on delete cascade;
  create index link_session on identity.link (session_id) where session_id is not null;`;
