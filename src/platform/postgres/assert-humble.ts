import type { Client } from 'pg';
import { urlSettings } from '../settings/database-settings.ts';
import { PrivacyError } from '../errors/errors.ts';
import type { ServingRole } from './serving-role.ts';

const reads = ['select'] as const;
const adds = ['select', 'insert'] as const;
const changes = ['select', 'insert', 'update'] as const;
const all = ['select', 'insert', 'update', 'delete'] as const;
const runs = ['execute'] as const;

/**
 * What each role that serves needs, of whole tables or of some columns: `table: privileges`, `function: execute`. It may do nothing else
 * to the access log and to identities, and delete nothing else.
 */
export const neededRights: Readonly<Record<ServingRole, Readonly<Record<string, readonly string[]>>>> = {
  gateway: {
    'access_log.about': reads,
    'access_log.bound_secret': adds,
    'access_log.checkpoint': reads,
    'access_log.cosignature': adds,
    'access_log.coverage': reads,
    'access_log.entry': reads,
    'access_log.erasure': changes,
    'access_log.form': adds,
    'access_log.full_entry': reads,
    'access_log.full_staged': reads,
    'access_log.opened': reads,
    'access_log.opened_staged': reads,
    'access_log.posting': reads,
    'access_log.publication': reads,
    'access_log.staged': adds,
    'access_log.tile': reads,
    'access_log.assert_stored': runs,
    'access_log.spend': runs,
    'identity.account': reads,
    'identity.artifact': reads,
    'identity.claim': reads,
    'identity.client': reads,
    'identity.partner_token': reads,
    'identity.registration': changes,
    'identity.registration_change': changes,
    'identity.session': ['select', 'update'],
    'identity.signing_key': reads,
    'identity.confirm_claim': runs,
    'identity.contest_claim': runs,
    'identity.issue_claim_code': runs,
    'identity.undo_claim': runs,
    'identity.spend_claim': runs,
    'identity.change_contact': runs,
    'identity.use_proof': runs,
    'recreation.account': changes,
    'recreation.acknowledgement': adds,
    'recreation.asked': all,
    'recreation.contact_code': all,
    'recreation.mailed_code': all,
    'recreation.employee': changes,
    'recreation.encounter': changes,
    'recreation.guardianship': reads,
    'recreation.household': reads,
    'recreation.household_member': reads,
    'recreation.idempotency_key': all,
    'recreation.identity_match': all,
    'recreation.invitation': ['select', 'insert', 'delete'],
    'recreation.mandate': changes,
    'recreation.mandate_approval': adds,
    'recreation.mandate_seal': adds,
    'recreation.mandate_seal_approval': adds,
    'recreation.mandate_subject': adds,
    'recreation.partner': reads,
    'recreation.payment': reads,
    'recreation.purchase': adds,
    'recreation.request': changes,
    'recreation.request_mail': all,
    'recreation.request_message': adds,
    'recreation.resident': changes,
    'recreation.service': reads,
    'recreation.statement_acknowledgement': adds,
    'recreation.ticket': changes,
    'recreation.ticket_message': adds,
    'recreation.ticket_read': changes,
    'recreation.are_independent': runs,
    'recreation.count_unserved': runs,
    'recreation.mail_invitation': runs,
    'recreation.record_payment': runs,
    'recreation.spend_identity_check': runs,
    'web.visit': reads,
  },
  sequencer: {
    'access_log.bound_secret': adds,
    'access_log.checkpoint': changes,
    'access_log.entry': adds,
    'access_log.form': reads,
    'access_log.full_entry': reads,
    'access_log.posting': adds,
    'access_log.publication': ['select', 'update'],
    'access_log.staged': ['select', 'delete'],
    'access_log.tile': changes,
    'access_log.make_months': runs,
  },
  identity: {
    'access_log.bound_secret': adds,
    'access_log.form': adds,
    'access_log.staged': ['insert'],
    'access_log.is_recorded': runs,
    'recreation.are_independent': runs,
    'identity.account': all,
    'identity.artifact': all,
    'identity.attempt': all,
    'identity.challenge': all,
    'identity.claim': ['select', 'insert'],
    'identity.claim_code': all,
    'identity.claim_second': changes,
    'identity.contest_claim': runs,
    'identity.is_standing_contact': runs,
    'identity.mail_resident': runs,
    'identity.take_claim_code': runs,
    'identity.contact_waits_until': runs,
    'identity.forget_old_contacts': runs,
    'identity.prove_contact': runs,
    'identity.release_contact_mails': runs,
    'identity.client': reads,
    'identity.employment': reads,
    'identity.grantable': reads,
    'identity.held': reads,
    'identity.known_browser': all,
    'identity.link': all,
    'identity.mail': all,
    'identity.passkey': all,
    'identity.record': reads,
    'identity.recovery_code': all,
    'identity.replay': ['select', 'insert', 'delete'],
    'identity.session': all,
    'identity.signing_key': changes,
    'identity.stranger_failure': all,
    'recreation.accept_invitation': runs,
    'recreation.connect_record': runs,
    'recreation.set_invitation_code': runs,
  },
};

/** Reasons named in the error; a superuser has one for each table. */
const named = 3;

/**
 * Checks that a role has no more power than its work needs (clause `passwords`): no attribute, membership or ownership, no change of the
 * access log or of identities but its own, and no deletion of records. Rights of PUBLIC count.
 * @param client signed in as that role
 * @throws PrivacyError SETTING_INVALID, naming what to revoke
 */
export async function assertHumble(client: Client, role: ServingRole): Promise<void> {
  const allowed = Object.entries(neededRights[role]).flatMap(([object, privileges]) =>
    privileges.map((privilege) => `${privilege} ${object}`),
  );
  const { rows } = await client.query<{ name: string; what: string }>(excess, [allowed]);
  if (rows.length === 0) return;
  const listed = rows.slice(0, named).map(({ what }) => what);
  const more = rows.length > named ? ` and ${rows.length - named} more` : '';
  const reasons = `it ${listed.join(', ')}${more}`;
  const problem = `${urlSettings[role]}: its role may do more than its work needs: ${reasons}; revoke this from ${rows[0]!.name}, or from PUBLIC`;
  throw new PrivacyError('SETTING_INVALID', { problems: [problem] });
}

const excess = `
  with self as (select * from pg_roles where rolname = current_user),
  schemas as (select * from pg_namespace where nspname in ('recreation', 'web', 'access_log', 'identity')),
  tables as (
    select class.oid, nspname, relowner, format('%I.%I', nspname, relname) as name
    from pg_class class join schemas on schemas.oid = relnamespace where relkind in ('r', 'p', 'v', 'm', 'f')),
  rights as (
    select privilege || ' ' || name as granted from tables, unnest(array['insert', 'update', 'delete', 'truncate', 'trigger']) privilege
    where (nspname in ('access_log', 'identity') or privilege not in ('insert', 'update'))
      and case when privilege in ('insert', 'update') then has_any_column_privilege(tables.oid, privilege)
        else has_table_privilege(tables.oid, privilege) end
    union all
    select 'execute ' || format('%I.%I', nspname, proname) from pg_proc join schemas on schemas.oid = pronamespace
    where prosecdef and prorettype <> 'trigger'::regtype and has_function_privilege(pg_proc.oid, 'execute')
    union all
    select 'create in ' || quote_ident(nspname) from schemas where has_schema_privilege(oid, 'create')),
  reasons as (
    select 1 as place, 'has the attribute ' || attribute as what
    from self, unnest(array['superuser', 'createrole', 'createdb', 'replication', 'bypassrls'],
      array[rolsuper, rolcreaterole, rolcreatedb, rolreplication, rolbypassrls]) as has (attribute, given) where given
    union all
    select 2, 'is a member of ' || roleid::regrole from pg_auth_members join self on self.oid = member
    union all
    select 3, 'owns the database' from pg_database join self on datdba = self.oid where datname = current_database()
    union all
    select 3, 'owns the schema ' || quote_ident(nspname) from schemas join self on nspowner = self.oid
    union all
    select 3, 'owns ' || name from tables join self on relowner = self.oid
    union all
    select 4, 'may ' || granted from rights where granted <> all ($1))
  select quote_ident(current_user) as name, what from reasons order by place, what`;
