import type { GraphQLRequestContextWillSendResponse } from '@apollo/server';
import { PrivacyError } from '../errors.ts';
import { subjectOpenings } from './describe-reads.ts';
import type { ExchangeContext } from './exchange.ts';
import type { Parts } from './parts.ts';
import { privacyExtensions, withheldErrors } from './privacy-extensions.ts';
import { recordReads } from './record-reads.ts';
import { showError } from './show-error.ts';
import { spendBudget } from './spend-budget.ts';
import { withholdAll } from './withhold-all.ts';

/**
 * Stages 6 and 7, once an operation is executed: what it shows is counted, and recorded. Where it is more than
 * the read budget holds, or can't be counted, the whole answer is replaced by an error.
 */
export async function finish(
  parts: Parts,
  { contextValue, response }: GraphQLRequestContextWillSendResponse<ExchangeContext>,
): Promise<void> {
  const { exchange } = contextValue;
  const { plan } = exchange.request;
  if (response.body.kind !== 'single') throw new PrivacyError('INTERNAL');
  const result = response.body.singleResult;
  // What was changed is undone, so nothing of it may stand in the answer.
  if (exchange.inTransaction && result.errors?.length && result.data) result.data = undone(result.data);

  const seen = plan?.personal ? subjectOpenings(exchange.request, plan, parts.catalogue) : [];
  const { refusal, retryAfter, budget } = await spendBudget(parts, exchange, result.data, seen);
  if (refusal) {
    result.data = null;
    result.errors = [showError(parts.log)(refusal.toJSON(), refusal)];
    response.http.status = refusal.status;
    if (retryAfter !== undefined) response.http.headers.set('retry-after', `${retryAfter}`);
  }
  recordReads(parts, exchange, { data: result.data, errors: result.errors ?? [] }, refusal ? withholdAll(seen) : seen);

  if (!plan) return;
  result.extensions = { ...result.extensions, privacy: privacyExtensions(exchange, plan, budget) };
  if (exchange.headers.withheld === 'error' && result.data) {
    const shown = withheldErrors(plan).map((error) => showError(parts.log)(error.toJSON(), error));
    if (shown.length > 0) result.errors = [...(result.errors ?? []), ...shown];
  }
}

function undone(data: Record<string, unknown>): Record<string, null> {
  return Object.fromEntries(Object.keys(data).map((name) => [name, null]));
}
