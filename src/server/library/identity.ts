import type { GraphQLFieldResolver } from 'graphql';
import type { People } from '../../engine/application.ts';
import type { Vocabulary } from '../../engine/policy/declaration/vocabulary.ts';
import type { AccessCondition } from '../../log/store/staging/access-condition.ts';
import type { GraphQLContext } from '../../engine/request-context.ts';
import { DATA_SUBJECT, type Row } from '../../engine/rows/row.ts';
import { claimCodeDigest, claimCodeOf } from '../../identity/accounts/joining/claim-code.ts';
import { applicationTables, type AccountRecords } from '../../identity/database/application-tables.ts';
import { identityMigration } from '../../identity/database/migration.ts';
import { PrivacyError } from '../../platform/errors/errors.ts';
import type { SchemaMigration } from '../../platform/postgres/migrations/database-schema.ts';
import { sql } from '../../platform/sql/sql.ts';
import { accountAccess } from './accounts/account-access.ts';
import { people } from './accounts/people.ts';
import { partsOf } from './rows/definition.ts';
import type { Rows } from './rows/rows.ts';
import { writeRow } from './rows/write-rows.ts';

export { inviteEmployee } from './accounts/invite-employee.ts';
export type { AccountRecords };

/** Accounts of this gateway's own authorization server, for `accounts` of an application. */
export interface Accounts {
  readonly people: People;
  readonly access: (vocabulary: Vocabulary) => AccessCondition;
  /** The migrations before and after those of the application. */
  readonly before: SchemaMigration;
  readonly after: SchemaMigration;
}

/**
 * Accounts for an application's data subjects and employees: its gateway also is an authorization server (OpenID Connect), with pages on which
 * people register, sign in with a password or a passkey, and end their sessions. Its tokens and sessions authenticate requests, in place of
 * `authenticate`. It needs the settings of the authorization server, see the manual of settings.
 */
export function accounts(records: AccountRecords): Accounts {
  return {
    people,
    access: accountAccess,
    before: identityMigration,
    after: { name: '9000-accounts', sql: (roles) => applicationTables(records, roles) },
  };
}

/** Milliseconds. */
const hour = 60 * 60 * 1_000;

/**
 * Makes the resolver of `Mutation.issueClaimCode: String @impersonal`: it gives an employee a code that connects the account of a data subject
 * with the record, together with a second code, which the address on record gets by mail. The field must have that name: the second code is
 * made only if the access log has its entry.
 * @param of the rows of the data subjects; the field's row scope says whose codes may be issued
 * @param argument the id of the data subject; default: `id`
 */
export function issueClaimCode(
  of: Rows,
  argument = 'id',
): GraphQLFieldResolver<Row, GraphQLContext, Record<string, unknown>, Promise<string>> {
  return async (row, given, context, info) => {
    const { request } = context;
    const found = await of.one(argument)(row, given, context, info);
    const subjectId = found?.[DATA_SUBJECT];
    const { id: employeeId } = request.principal;
    if (subjectId === undefined || employeeId === undefined) throw new PrivacyError('NOT_FOUND');
    const code = claimCodeOf(request.newId(), request.newId());
    const until = new Date(request.now.getTime() + partsOf(request).vocabulary.accounts.claims.codeHours * hour);
    const issue = sql`
      select ${subjectId}::text as id from (
        select identity.issue_claim_code(${subjectId}::uuid, ${claimCodeDigest(code)}, ${employeeId}::uuid, ${request.now}, ${until})) issued`;
    await writeRow(() => issue, subjectId, given, request, info);
    return code;
  };
}
