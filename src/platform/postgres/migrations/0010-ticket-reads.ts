import type { RoleNames } from '../role-names.ts';

/**
 * Until when each resident has read a ticket: the minor who asked and each guardian have a mark of their own, so that nobody learns
 * when another person read.
 */
export const ticketReads = ({ gateway }: RoleNames): string => /* sql */ `
  create table recreation.ticket_read (
    ticket_id uuid not null references recreation.ticket,
    reader_id uuid not null references recreation.resident,
    read_at timestamptz not null,
    primary key (ticket_id, reader_id)
  );
  grant select, insert, update (read_at) on recreation.ticket_read to ${gateway};`;
