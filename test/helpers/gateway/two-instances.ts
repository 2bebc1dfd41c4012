import { issueToken } from '../tokens/issuer.ts';
import { readConfig } from '../../../src/platform/settings/config.ts';
import { personaNamed } from '../../../demo/personas.ts';
import { askWithToken } from '../tokens/ask-with-token.ts';
import { withBudget } from '../policy/changed-policy.ts';
import { testCluster, testNow } from '../database/cluster.ts';
import { openGateway, type Answered, type TestGateway } from './gateway.ts';

/** The clerk's budgets at two instances; an officer who prepares mandates has five an hour. */
export const perHour = 20;
export const perDay = 30;

const policy = withBudget(
  'CUSTOMER_SERVICE',
  'SERVICE_PROVISION',
  (line) => ({ ...line, perHour, perDay }),
  withBudget('PRIVACY_OFFICER', 'MANDATE_ADMINISTRATION', (line) => ({ ...line, perHour: 5, perDay })),
);

/** The parts of a request besides the document. */
export interface Asking {
  readonly persona?: string;
  /** Another employee of the same role. */
  readonly subject?: string;
  readonly headers?: Record<string, string>;
  readonly variables?: Record<string, unknown>;
}

/** Two gateways on one database, with small read budgets and one clock. */
export interface TwoInstances {
  readonly one: TestGateway;
  readonly other: TestGateway;
  /** Residents outside the cast. */
  readonly ids: readonly string[];
  /** Moves the clock forward. */
  pass(hours: number): void;
  /** Asks at the current time of the clock, by default as the clerk. */
  ask(gateway: TestGateway, query: string, asking?: Asking): Promise<Answered>;
  /** Asks for the given name of each of these residents. */
  look(gateway: TestGateway, people: readonly string[], asking?: Asking): Promise<Answered>;
  /** The number of data subjects counted in all hours. */
  counted(): Promise<number>;
  close(): Promise<void>;
}

/** Opens both gateways. Close them at the end. */
export async function openTwoInstances(): Promise<TwoInstances> {
  let now = testNow;
  const one = await openGateway({ policy, now: () => now });
  const other = await openGateway({ policy, now: () => now }, one.database);
  const rows = await one.database.asOwner<{ id: string }>('select id from recreation.resident order by id desc limit 90');
  const config = readConfig({ NODE_ENV: 'test', DATA_DIR: testCluster().dataDirectory });
  const ask: TwoInstances['ask'] = async (gateway, query, { persona = 'customer-service', subject, headers, variables } = {}) => {
    const { principal, role, purposes } = personaNamed(persona);
    const token = await issueToken(config, { subject: subject ?? principal, role, purposes, now });
    const purpose = persona === 'resident' ? {} : { purpose: 'SERVICE_PROVISION' };
    return askWithToken(gateway.send, token, query, { ...purpose, ...(headers && { headers }), ...(variables && { variables }) });
  };
  return {
    one,
    other,
    ids: rows.map(({ id }) => id),
    pass: (hours) => {
      now = new Date(now.getTime() + hours * 60 * 60 * 1_000);
    },
    ask,
    look: (gateway, people, asking) =>
      ask(gateway, `{ ${people.map((id, at) => `r${at}: resident(id: "${id}") { givenName }`).join(' ')} }`, asking),
    counted: async () => {
      const [row] = await one.database.asOwner<{ count: string }>(`select count(*) from access_log.budget_subject where period like '%T%'`);
      return Number(row!.count);
    },
    close: async () => {
      await other.close();
      await one.close();
    },
  };
}

/** The number of root fields that are not null. */
export function shown({ data }: Answered): number {
  return Object.values((data ?? {}) as object).filter((value) => value !== null).length;
}

/** The parts of an answer that a read budget decides. */
export function outcome({ status, codes, data }: Answered): object {
  return { status, codes, data };
}

/** The outcome when the budget is spent. */
export const refused = { status: 429, codes: ['READ_BUDGET_SPENT'], data: null };
