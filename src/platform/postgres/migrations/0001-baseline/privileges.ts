import type { RoleNames } from '../../role-names.ts';

/**
 * What each database role may do (clause `passwords`). The gateway changes no identities and no agreed terms. No role changes an
 * entry of the access log; the eraser erases openings through a function that a later migration makes, and cannot hide it, because the tree
 * still proves the entries.
 */
export const privileges = ({ gateway, sequencer, eraser }: RoleNames): string => /* sql */ `
  grant usage on schema recreation, web, access_log to ${gateway};
  grant select on all tables in schema recreation, web to ${gateway};
  grant insert on recreation.resident, recreation.account, recreation.purchase, recreation.ticket, recreation.ticket_message,
    recreation.encounter, recreation.request, recreation.mandate, recreation.mandate_subject, recreation.mandate_approval,
    recreation.mandate_seal, recreation.mandate_seal_approval to ${gateway};
  grant update (email, phone, mobile_phone, street, locality, province, postal_code) on recreation.resident to ${gateway};
  grant update (balance) on recreation.account to ${gateway};
  grant update (assignee_id, closed_at, sensitive) on recreation.ticket to ${gateway};
  grant update (last_active_at, ended_at) on recreation.encounter to ${gateway};
  grant update (assignee_id, answered_at, answer) on recreation.request to ${gateway};
  grant update (revoked_at, revoked_by, revocation_reason) on recreation.mandate to ${gateway};
  grant insert, select on access_log.staged, access_log.cosignature to ${gateway};
  grant insert (id, text), select on access_log.form to ${gateway};
  grant select on access_log.entry, access_log.posting, access_log.full_entry, access_log.full_staged, access_log.opened, access_log.opened_staged,
    access_log.about, access_log.tile,
    access_log.checkpoint, access_log.coverage to ${gateway};
  grant execute on function access_log.spend to ${gateway};
  grant insert, update, delete on recreation.contact_code, recreation.asked to ${gateway};

  grant usage on schema access_log to ${sequencer};
  grant select, delete on access_log.staged to ${sequencer};
  grant select, insert on access_log.entry, access_log.posting to ${sequencer};
  grant select on access_log.form, access_log.full_entry to ${sequencer};
  grant select, insert, update on access_log.tile, access_log.checkpoint to ${sequencer};
  grant execute on function access_log.make_months to ${sequencer};

  grant usage on schema access_log to ${eraser};
  grant select on access_log.entry, access_log.posting, access_log.form, access_log.full_entry, access_log.opened to ${eraser};
  -- To distinguish an entry that waits for its number from one that does not exist.
  grant select (id), insert on access_log.staged to ${eraser};
  grant insert (id, text) on access_log.form to ${eraser};
  grant execute on function access_log.prune_months to ${eraser};

  -- To refuse a schema that this version does not know.
  grant select on public.migration to ${gateway}, ${sequencer}, ${eraser};`;
