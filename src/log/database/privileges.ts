import type { RoleNames } from '../../platform/postgres/roles/role-names.ts';

/**
 * The privileges of each database role on the log (clause `passwords`). No role changes an entry. The eraser erases segments through a
 * function, and cannot hide it, because the tree still proves the entries.
 */
export const privileges = ({ gateway, sequencer, eraser, identity }: RoleNames): string => /* sql */ `
  grant usage on schema access_log to ${gateway}, ${sequencer}, ${eraser}, ${identity};

  grant insert, select on access_log.staged, access_log.cosignature to ${gateway};
  grant insert (id, text), select on access_log.template to ${gateway};
  grant select on access_log.entry, access_log.posting, access_log.full_entry, access_log.full_staged, access_log.segment, access_log.staged_segment,
    access_log.about, access_log.tile, access_log.checkpoint, access_log.coverage to ${gateway};

  grant insert on access_log.staged to ${identity};
  grant insert (id, text), select (id) on access_log.template to ${identity};

  grant select, delete on access_log.staged to ${sequencer};
  grant select, insert on access_log.entry, access_log.posting to ${sequencer};
  grant select on access_log.template, access_log.full_entry to ${sequencer};
  grant select, insert, update on access_log.tile, access_log.checkpoint to ${sequencer};
  grant execute on function access_log.make_months to ${sequencer};

  grant select on access_log.entry, access_log.posting, access_log.template, access_log.full_entry, access_log.segment to ${eraser};
  -- To distinguish an entry that waits for its number from one that does not exist.
  grant select (id), insert on access_log.staged to ${eraser};
  grant insert (id, text) on access_log.template to ${eraser};
  grant execute on function access_log.prune_months to ${eraser};

  -- To refuse a schema that this version does not know.
  grant select on public.migration to ${gateway}, ${sequencer}, ${eraser}, ${identity};`;
