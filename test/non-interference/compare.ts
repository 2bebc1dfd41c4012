import type { EvidenceOperation } from '../../src/server/library/testing/asking/random-operation.ts';
import type { Outcome, TownGateway } from './towns/town-gateway.ts';

/** A part of an outcome that is compared as text. */
export type Channel = 'headers' | 'body' | 'statements' | 'log' | 'history' | 'entries';

/**
 * The parts that must be equal in two towns. Access entries name data subjects, so they may differ. But each is a leaf of the public
 * tree: how many there are and when, and with them sizes and tiles, must not. Nor must what the history of a person shows, who is named in
 * both towns.
 */
const hidingChannels: readonly Channel[] = ['headers', 'body', 'statements', 'log', 'history'];

/** Two answers to an operation, and their difference. */
export interface Compared {
  readonly outcomes: readonly Outcome[];
  /** Undefined where all compared parts are equal, byte for byte. */
  readonly difference: string | undefined;
}

/**
 * Sends an operation to both gateways, and again for its next page where it has one.
 * @param headers the standpoint's headers
 * @param channels the parts that must be equal, besides the status
 */
export async function askBoth(
  pair: readonly [TownGateway, TownGateway],
  headers: Readonly<Record<string, string>>,
  operation: EvidenceOperation,
  channels = hidingChannels,
): Promise<Compared> {
  const first = await askOnce(pair, headers, operation, operation.variables, channels);
  const cursor = operation.cursor === undefined || first.difference !== undefined ? undefined : cursorIn(first.outcomes[0]!.body);
  if (cursor === undefined) return first;
  const second = await askOnce(pair, headers, operation, { ...operation.variables, [operation.cursor!]: cursor }, channels);
  return { outcomes: [...first.outcomes, ...second.outcomes], difference: second.difference };
}

async function askOnce(
  [one, other]: readonly [TownGateway, TownGateway],
  headers: Readonly<Record<string, string>>,
  { query, operationName, headers: own }: EvidenceOperation,
  variables: Readonly<Record<string, unknown>>,
  channels: readonly Channel[],
): Promise<Compared> {
  const body = { query, variables, ...(operationName !== undefined && { operationName }) };
  const outcomes = await Promise.all([one.ask({ ...headers, ...own }, body), other.ask({ ...headers, ...own }, body)]);
  return { outcomes, difference: differenceOf(...outcomes, channels) };
}

function differenceOf(one: Outcome, other: Outcome, channels: readonly Channel[]): string | undefined {
  if (one.status !== other.status) return `status ${one.status} and ${other.status}`;
  for (const channel of channels) {
    const [left, right] = [textOf[channel](one, other), textOf[channel](other, one)];
    if (left !== right) return `${channel}: ${around(left, right)}`;
  }
  return undefined;
}

const textOf: Readonly<Record<Channel, (outcome: Outcome, inOtherTown: Outcome) => string>> = {
  headers: ({ headers }) => headers.join('\n'),
  body: ({ body }) => body,
  statements: ({ statements }) => statements.join(';\n'),
  log: ({ entries }) => JSON.stringify(entries.map(({ header: { at } }) => at)),
  history: (outcome, inOtherTown) => {
    const others = new Set(seenIn(inOtherTown).map(({ id }) => id));
    return JSON.stringify(
      seenIn(outcome)
        .filter(({ id }) => others.has(id))
        .toSorted((left, right) => (left.id < right.id ? -1 : 1)),
    );
  },
  entries: ({ entries }) => JSON.stringify(entries),
};

/**
 * The history entries of the people whose data an operation released. A person whom the viewer may not see can be in a row of only one
 * town; the entry says so only to that person.
 */
function seenIn({ entries }: Outcome): readonly { readonly id: string }[] {
  return entries.flatMap(({ header: { role, purpose, outcome, rootFields }, segments }) =>
    segments.flatMap((segment) =>
      segment.kind === 'subject' && segment.released.length > 0 ? [{ ...segment, role, purpose, outcome, rootFields }] : [],
    ),
  );
}

/** The place of the first difference between two texts. */
function around(left: string, right: string): string {
  let at = 0;
  while (left[at] === right[at]) at += 1;
  const from = Math.max(0, at - 60);
  return `…${left.slice(from, at + 120)}… and …${right.slice(from, at + 120)}…`;
}

/** The first cursor of an answer. */
export function cursorIn(body: string): string | undefined {
  return /"(?:endCursor|cursor)(?:_\d+)?":"([^"]+)"/.exec(body)?.[1];
}
