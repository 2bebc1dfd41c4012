import type { GraphQLFormattedError } from 'graphql';
import { append } from '../access-log/append.ts';
import type { Entry, Outcome, SubjectOpening } from '../transparency-log/entry.ts';
import type { Receipt } from '../transparency-log/receipt.ts';
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

/**
 * Stage 7: begins to append the operation's entry, and settles a mutation's transaction with it. The
 * answer is serialised meanwhile; `release` waits for `exchange.appending`, and for the receipt that it
 * gives where something personal was touched.
 * @param seen what the operation saw of each data subject
 */
export function recordReads(parts: Parts, exchange: Exchange, result: Result, seen: readonly SubjectOpening[]): void {
  const { request } = exchange;
  const { plan } = request;
  const outcome = outcomeOf(result);
  const entry =
    plan?.personal && exchange.documentHash !== undefined && mustLog(exchange, outcome)
      ? describeReads(request, plan, seen, exchange.documentHash, outcome)
      : undefined;
  if (!exchange.inTransaction) {
    exchange.appending = entry && parts.appends.append(entry);
  } else {
    exchange.appending = settle(parts, exchange, result.errors.length === 0, entry);
  }
  // Whoever awaits it later learns of a failure; until then it must not count as unhandled.
  exchange.appending?.catch(() => undefined);
  if (entry && plan) compareLater(parts, exchange, plan, entry.header.id);
}

/** The candidate is asked once the entry is committed, and after the answer that waits for that has left. */
function compareLater({ compareCandidate }: Parts, { appending, request }: Exchange, plan: Plan, entry: string): void {
  if (!compareCandidate) return;
  void appending?.then(
    () => setImmediate(compareCandidate, request, plan, entry),
    () => undefined,
  );
}

/** A change and its entry are committed together; a change that failed is undone and its attempt logged. */
async function settle(parts: Parts, exchange: Exchange, good: boolean, entry: Entry | undefined): Promise<Receipt | undefined> {
  const { records, reader } = exchange.request;
  if (good) {
    const receipt = entry && parts.makeReceipts([entry])[0];
    if (entry) await append(reader.database, entry);
    await records.commit();
    exchange.inTransaction = false;
    return receipt;
  }
  await records.rollback();
  exchange.inTransaction = false;
  return entry && parts.appends.append(entry);
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
