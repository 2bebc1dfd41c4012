import type { AnyOperation } from './any-operation.ts';
import type { Outcome, TownGateway } from './gateways.ts';

/** An operation that was answered in two towns, and where the answers differ if they do. */
export interface Compared {
  readonly outcomes: readonly Outcome[];
  /** Undefined: byte for byte the same, statements too. */
  readonly difference: string | undefined;
}

/**
 * Asks an operation of both gateways; where it pages, the next page too, by the cursor of the first answer.
 * @param headers the standpoint's
 */
export async function askBoth(
  pair: readonly [TownGateway, TownGateway],
  headers: Readonly<Record<string, string>>,
  operation: AnyOperation,
): Promise<Compared> {
  const first = await askOnce(pair, headers, operation, operation.variables);
  const cursor = operation.cursor === undefined || first.difference !== undefined ? undefined : cursorIn(first.outcomes[0]!.body);
  if (cursor === undefined) return first;
  const second = await askOnce(pair, headers, operation, { ...operation.variables, [operation.cursor!]: cursor });
  return { outcomes: [...first.outcomes, ...second.outcomes], difference: second.difference };
}

async function askOnce(
  [one, other]: readonly [TownGateway, TownGateway],
  headers: Readonly<Record<string, string>>,
  { query, operationName, headers: own }: AnyOperation,
  variables: Readonly<Record<string, unknown>>,
): Promise<Compared> {
  const body = { query, variables, ...(operationName !== undefined && { operationName }) };
  const outcomes = await Promise.all([one.ask({ ...headers, ...own }, body), other.ask({ ...headers, ...own }, body)]);
  return { outcomes, difference: differenceOf(...outcomes) };
}

function differenceOf(one: Outcome, other: Outcome): string | undefined {
  if (one.status !== other.status) return `status ${one.status} and ${other.status}`;
  const pairs = [
    ['headers', one.headers.join('\n'), other.headers.join('\n')],
    ['body', one.body, other.body],
    ['statements', one.statements.join(';\n'), other.statements.join(';\n')],
  ] as const;
  for (const [name, left, right] of pairs) if (left !== right) return `${name}: ${around(left, right)}`;
  return undefined;
}

/** The place where two texts part. */
function around(left: string, right: string): string {
  let at = 0;
  while (left[at] === right[at]) at += 1;
  const from = Math.max(0, at - 60);
  return `…${left.slice(from, at + 120)}… and …${right.slice(from, at + 120)}…`;
}

function cursorIn(body: string): string | undefined {
  return /"(?:endCursor|cursor)(?:_\d+)?":"([^"]+)"/.exec(body)?.[1];
}
