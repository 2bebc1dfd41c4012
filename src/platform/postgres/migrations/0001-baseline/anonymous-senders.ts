/**
 * Anonymous senders (clause `contact`): the codes that were mailed to them, and how often they asked. Letters, contacts and network
 * addresses are stored as keyed digests, and codes as salted ones.
 */
export const anonymousSenders = /* sql */ `
  create table recreation.contact_code (
    letter text primary key,
    salt bytea not null,
    code_hash bytea not null,
    tries_left integer not null,
    valid_until timestamptz not null
  );
  create index contact_code_valid_until on recreation.contact_code (valid_until);

  -- The columns and their order are those of rate-limiter-flexible; expire is in milliseconds of the Unix epoch.
  create table recreation.asked (
    key varchar(255) primary key,
    points integer not null default 0,
    expire bigint
  );`;
