import type { ApolloServer } from '@apollo/server';
import { execute } from './apollo.ts';
import type { AskedBody, ExchangeContext } from './exchange.ts';
import type { Parts } from './parts.ts';
import { receive, type RequestHeaders } from './receive.ts';
import { abandon, release, type Answer } from './release.ts';

/**
 * The way of a request.
 *
 *     authenticate → declare purpose → plan → enter → resolve under guard → spend budget → append → release
 *        who              why         what may  door    per data subject     of how many   what was   answer
 *                                     be seen                                                seen
 *
 * | stage | where |
 * | --- | --- |
 * | 1 authenticate | `receive` → authentication/authenticate.ts |
 * | look at the document | `execute` → document/, before it is parsed and before it is validated |
 * | 2 declare purpose | `prepare` → purpose/declare-purpose.ts |
 * | 3 plan | `prepare` → enforcement/make-plan.ts |
 * | 4 enter | enforcement/door.ts, graphql-shield at the root fields |
 * | 5 resolve under guard | enforcement/admit.ts for rows, enforcement/guard.ts for values |
 * | 6 spend the read budget | `finish` → spend-budget.ts → access-log/read-budgets.ts |
 * | 7 append | `finish` → record-reads.ts → access-log/group-commit.ts, or append.ts with a change |
 * | 8 release | `release` |
 *
 * @throws PrivacyError where there is no answer that may leave
 */
export async function answer(
  parts: Parts,
  apollo: ApolloServer<ExchangeContext>,
  headers: RequestHeaders,
  body: AskedBody,
): Promise<Answer> {
  const exchange = await receive(parts, headers);
  try {
    const draft = await execute(apollo, exchange, body);
    return await release(exchange, draft);
  } finally {
    await abandon(exchange);
  }
}
