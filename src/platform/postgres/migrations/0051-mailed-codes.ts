import type { RoleNames } from '../role-names.ts';

/**
 * The code that was mailed last to a contact. A contact that got too many mails gets no more, even if somebody else asked for them; its next letter takes
 * this code, so that its owner is never shut out. Contacts are keyed digests, and codes salted ones.
 */
export const mailedCodes = ({ gateway }: RoleNames): string => /* sql */ `
  create table recreation.mailed_code (
    contact text primary key,
    salt bytea not null,
    code_hash bytea not null,
    mailed_at timestamptz not null
  );
  create index mailed_code_mailed_at on recreation.mailed_code (mailed_at);
  -- False: the letter took the code of an earlier mail.
  alter table recreation.contact_code add column is_mailed boolean not null default true;
  grant select, insert, update, delete on recreation.mailed_code to ${gateway};`;
