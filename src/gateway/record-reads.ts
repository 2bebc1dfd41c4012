import type { GraphQLFormattedError } from 'graphql';
import { append } from '../access-log/append.ts';
import type { Outcome } from '../access-log/entry.ts';
import type { Plan } from '../enforcement/plan.ts';
import { catalogue as errorCatalogue, type ErrorCode } from '../errors.ts';
import { describeReads } from './describe-reads.ts';
import type { Exchange } from './exchange.ts';
import type { Parts } from './parts.ts';

/** What execution gave, before anybody outside has seen it. */
export interface Result {
  readonly data: Readonly<Record<string, unknown>> | null | undefined;
  readonly errors: readonly GraphQLFormattedError[];
}

/** What the answer says of its entry. */
export interface Receipt {
  readonly entry: string;
  readonly leafHash: string;
}

/**
 * Stage 6: begins to append the operation's entry, and settles a mutation's transaction with it. The
 * answer is serialised meanwhile; `release` waits for `exchange.appending`.
 * @returns the receipt, or undefined where nothing personal was touched
 */
export function recordReads(parts: Parts, exchange: Exchange, result: Result): Receipt | undefined {
  const { request } = exchange;
  const { plan } = request;
  const outcome = outcomeOf(result);
  const entry =
    plan?.personal && exchange.documentHash !== undefined && mustLog(exchange, outcome)
      ? describeReads(request, plan, parts.catalogue, exchange.documentHash, outcome)
      : undefined;
  if (!exchange.inTransaction) {
    exchange.appending = entry && append(parts.orm.em.getKysely<unknown>(), entry);
  } else {
    exchange.appending = settle(parts, exchange, result.errors.length === 0, entry);
  }
  // Whoever awaits it later learns of a failure; until then it must not count as unhandled.
  exchange.appending?.catch(() => undefined);
  if (entry && plan) compareLater(parts, exchange, plan, entry.header.id);
  return entry && { entry: entry.header.id, leafHash: entry.leafHash };
}

/** The candidate is asked once the entry is committed, and after the answer that waits for that has left. */
function compareLater({ compareCandidate }: Parts, { appending, request }: Exchange, plan: Plan, entry: string): void {
  if (!compareCandidate) return;
  void appending?.then(
    () => setImmediate(compareCandidate, request, plan, entry),
    () => undefined,
  );
}

type WrittenEntry = ReturnType<typeof describeReads>;

/** A change and its entry are committed together; a change that failed is undone and its attempt logged. */
async function settle(parts: Parts, exchange: Exchange, good: boolean, entry: WrittenEntry | undefined): Promise<void> {
  const { records, reader } = exchange.request;
  if (good) {
    if (entry) await append(reader.database, entry);
    await records.commit();
    exchange.inTransaction = false;
  } else {
    await records.rollback();
    exchange.inTransaction = false;
    if (entry) await append(parts.orm.em.getKysely<unknown>(), entry);
  }
}

// A stranger must not fill the disk: of anonymous callers only a change that was made (a question filed) is logged.
function mustLog({ request }: Exchange, outcome: Outcome): boolean {
  return request.principal.role !== 'ANONYMOUS' || (request.plan?.mutation === true && outcome === 'ANSWERED');
}

function outcomeOf({ data, errors }: Result): Outcome {
  if (errors.length === 0) return 'ANSWERED';
  const statuses = errors.map(({ extensions }) => errorCatalogue[extensions?.['code'] as ErrorCode]?.[0] ?? 500);
  if (statuses.some((status) => status >= 500)) return 'FAILED';
  return Object.values(data ?? {}).some((value) => typeof value === 'object' && value !== null) ? 'ANSWERED' : 'REFUSED';
}
