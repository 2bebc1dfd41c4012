import { cast } from '../../../demo/personas.ts';
import { askAsEmployee, askAsResident } from '../asking/ask-as.ts';
import { contactLinkIn, letContactsStand, secondCodeIn, takeMails } from './claims.ts';
import { testNow } from '../database/cluster.ts';
import { openGateway, type Answered, type TestGateway } from '../gateway/gateway.ts';
import { openTestAccounts, type TestAccounts } from './open-test-accounts.ts';
import type { Mail } from '../../../src/platform/mail/mail.ts';

const update = 'mutation ($input: UpdateContactInput!) { updateContact(input: $input) { resident { id email waitingEmail } } }';
const start = 'mutation ($input: StartEncounterInput!) { startEncounter(input: $input) { encounter { id } } }';
const issueCode = 'mutation ($input: IssueClaimCodeInput!) { issueClaimCode(input: $input) { claimCode { code } } }';
/** The state that no test may leave to the next one. */
const kept = `email = was.email, email_set_by = was.email_set_by, email_given_by = was.email_given_by, email_set_at = was.email_set_at,
  address_protected = was.address_protected, waiting_email = null, waiting_set_by = null, waiting_asked_by = null, waiting_until = null`;

/** A gateway and accounts of one database, where mail addresses of residents are changed. */
export interface Contacts {
  readonly gateway: TestGateway;
  readonly accounts: TestAccounts;
  /** The time of the clock of accounts and mails. */
  setClock(hours: number): void;
  rowOf(id: string): Promise<Record<string, unknown>>;
  /** A resident gives an address for a record. */
  give(principal: string, residentId: string, email: string | null): Promise<Answered>;
  /** The mails since the last time. */
  mails(): Promise<readonly Mail[]>;
  /** The token of the link that is mailed to an address. */
  linkTo(address: string): Promise<string>;
  /** An employee of the counter begins to serve a resident. @returns the encounter's id */
  serve(residentId: string, employeeId?: string): Promise<string>;
  /** An employee of the counter hands a code out. @returns it */
  handOut(residentId: string, employeeId?: string): Promise<string>;
  /** A clerk hands a code out. @returns who is mailed the second one */
  codeMailedTo(residentId: string): Promise<readonly string[]>;
  /** Begins the next test: all addresses are those of the beginning, proven, and there for long enough. */
  begin(): Promise<void>;
  close(): Promise<void>;
}

export async function openContacts(): Promise<Contacts> {
  let clock = testNow;
  const gateway = await openGateway();
  const { asOwner } = gateway.database;
  const accounts = openTestAccounts(gateway.database, () => clock);
  const before = JSON.stringify(await asOwner('select * from recreation.resident'));
  const mails = (): Promise<readonly Mail[]> => takeMails(accounts.pool, () => clock);
  const asClerk = (id: string) => ({ id, role: 'CUSTOMER_SERVICE', purpose: 'SERVICE_PROVISION' }) as const;
  const serve = async (residentId: string, employeeId: string = cast.clerk): Promise<string> => {
    const variables = { input: { residentId, identifiedBy: 'PHOTO_CARD' } };
    return (await askAsEmployee(gateway, asClerk(employeeId), start, { variables })).data.startEncounter.encounter.id;
  };
  const handOut = async (residentId: string, employeeId: string = cast.clerk): Promise<string> => {
    const asked = { case: await serve(residentId, employeeId), variables: { input: { residentId } } };
    return (await askAsEmployee(gateway, asClerk(employeeId), issueCode, asked)).data.issueClaimCode.claimCode.code;
  };
  return {
    gateway,
    accounts,
    setClock: (hours) => {
      clock = new Date(testNow.getTime() + hours * 3_600_000);
    },
    rowOf: async (id) => (await asOwner('select * from recreation.resident where id = $1', [id]))[0]!,
    give: (principal, residentId, email) => askAsResident(gateway, principal, update, { input: { residentId, email } }),
    mails,
    linkTo: async (address) => contactLinkIn((await mails()).find((mail) => mail.to === address && contactLinkIn(mail)))!,
    serve,
    handOut,
    codeMailedTo: async (residentId) => {
      await handOut(residentId);
      return (await mails()).filter((mail) => secondCodeIn(mail)).map(({ to }) => to);
    },
    begin: async () => {
      clock = testNow;
      await asOwner('delete from access_log.budget_act');
      for (const table of ['claim', 'claim_code', 'mail', 'link', 'account', 'attempt', 'contact_ask', 'contact_mail'])
        await asOwner(`delete from identity.${table}`);
      await asOwner('delete from recreation.encounter where employee_id = $1', [cast.clerk]);
      const held = 'jsonb_populate_recordset(null::recreation.resident, $1::jsonb) was where was.id = held.id';
      await asOwner(`update recreation.resident held set ${kept} from ${held}`, [before]);
      await asOwner(`update recreation.resident held set ${kept}, email_proven_at = was.email_proven_at from ${held}`, [before]);
      await letContactsStand(gateway.database);
    },
    close: async () => {
      await accounts.stop();
      await gateway.close();
    },
  };
}
