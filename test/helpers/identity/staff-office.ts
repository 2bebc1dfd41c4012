import { readConfig } from '../../../src/platform/settings/config.ts';
import type { Role } from '../../../src/town/shared/graphql/generated/schema.ts';
import { cast } from '../../../demo/personas.ts';
import { askWithToken } from '../tokens/ask-with-token.ts';
import { testCluster, testNow } from '../database/cluster.ts';
import { openGateway, type Answered, type Asked, type TestGateway } from '../gateway/gateway.ts';
import { issueToken } from '../tokens/issuer.ts';
import { codeMailedTo } from './mailed-invitation.ts';
import { openTestAccounts, storeAccount, type TestAccounts } from './open-test-accounts.ts';
import { saveRows } from '../database/saved-rows.ts';

/** A gateway with its accounts and two administrators of the staff. The first one attacks. */
export interface StaffOffice {
  readonly gateway: TestGateway;
  readonly accounts: TestAccounts;
  asOwner(text: string, values?: unknown[]): Promise<any[]>;
  /** Sends a mutation with one input, by default about the staff. */
  change(persona: string, field: string, input: object, asked?: Asked, selected?: string): Promise<Answered>;
  /** Invites a person, who accepts by the code in the mailbox and declares no record. @returns the id of the employee */
  join(roles: readonly Role[], workEmail: string): Promise<string>;
  /** The outcome of a read in a role, right after a sign-in with a passkey: its code, or ANSWERED. */
  read(subject: string, role: Role): Promise<string>;
  /** Restores all rows. */
  restore(): Promise<void>;
  close(): Promise<void>;
}

export const [attacker, second] = ['staff-administrator', 'second-staff-administrator'] as const;
export const staff: Asked = { purpose: 'STAFF_ADMINISTRATION' };
const employee = 'employee { id status roles awaitedRoles awaitsMyApproval }';
/** The code and the reason of a refusal. */
export const outcomeOf = ({ codes, errors }: Answered): unknown => [codes[0], errors[0]?.extensions['reason' as never]];
export const conflict = (reason: string): unknown => ['CONFLICT', reason];

const uses: Readonly<Partial<Record<Role, readonly [purpose: string, query: string]>>> = {
  PRIVACY_OFFICER: ['MANDATE_ADMINISTRATION', '{ mandates(first: 1) { totalCount } }'],
  SECURITY: ['WEBSITE_SECURITY', '{ webVisits(first: 1) { totalCount } }'],
  STAFF_ADMINISTRATOR: ['STAFF_ADMINISTRATION', '{ employees(first: 1) { totalCount } }'],
  CUSTOMER_SERVICE: ['SERVICE_PROVISION', `{ resident(id: "${cast.neighbour}") { givenName } }`],
};

export async function openStaffOffice(): Promise<StaffOffice> {
  const gateway = await openGateway();
  const accounts = openTestAccounts(gateway.database);
  const saved = await saveRows(gateway.database);
  const change: StaffOffice['change'] = (persona, field, input, asked = staff, selected = employee) => {
    const type = `${field[0]!.toUpperCase()}${field.slice(1)}Input`;
    return gateway.ask(persona, `mutation ($input: ${type}!) { change: ${field}(input: $input) { ${selected} } }`, {
      ...asked,
      variables: { input },
    });
  };
  return {
    gateway,
    accounts,
    asOwner: (text, values = []) => gateway.database.asOwner(text, values),
    change,
    join: async (roles, workEmail) => {
      const { data } = await change(attacker, 'inviteEmployee', { givenName: 'Ione', familyName: 'Saltmarsh', workEmail, roles });
      const accountId = await storeAccount(gateway.database, { email: workEmail });
      const code = await codeMailedTo(gateway.database, workEmail);
      if (!(await accounts.acceptInvitation(accountId, code ?? '', 'none'))) throw new Error('the invitation was not accepted');
      return data.change.employee.id;
    },
    read: async (subject, role) => {
      const [purpose, query] = uses[role]!;
      const config = readConfig({ NODE_ENV: 'test', DATA_DIR: testCluster().dataDirectory });
      const token = await issueToken(config, { subject, role, purposes: [purpose as never], now: testNow });
      const { codes } = await askWithToken(gateway.send, token, query, { purpose });
      return codes[0] ?? 'ANSWERED';
    },
    restore: () => saved.restore(),
    close: async () => {
      await accounts.stop();
      await gateway.close();
    },
  };
}
