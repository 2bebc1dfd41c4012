import type { ReportedItem } from '../../src/server/spine/answer/privacy-headers.ts';
import { createPseudonyms } from '../../src/engine/rows/pseudonyms.ts';
import { cursorIn } from '../non-interference/compare.ts';
import { firstTown } from '../non-interference/towns/first-town.ts';
import { headersOf, openTownGateway, type Outcome, type TownGateway } from '../non-interference/towns/town-gateway.ts';
import { areas, corpus } from './corpus.ts';
import { inLines } from './in-lines.ts';
import { askedOperation, standpointOf, type CorpusOperation } from './operation.ts';

/** Secrets that are the same in every run, so that cursors and pseudonyms are. */
const key = Buffer.alloc(32, 'corpus');
const pseudonyms = createPseudonyms(key);

/** Runs the corpus on a gateway of its own. Gives the answers by area, in the form of the files in `expected/`. */
export async function answerCorpus(): Promise<ReadonlyMap<string, string>> {
  assertNumbersDiffer(corpus);
  const gateway = await openTownGateway({ cursorKey: key, pseudonyms });
  let ids = 0;
  const newId = (): string => `00000000-0000-4000-8000-${String((ids += 1)).padStart(12, '0')}`;
  try {
    await firstTown(gateway.database, newId);
    const texts = new Map<string, string>();
    for (const [area, operations] of Object.entries(areas)) {
      const parts: string[] = [];
      for (const operation of operations) parts.push(await answerOf(gateway, operation));
      texts.set(area, parts.join('\n'));
    }
    return texts;
  } finally {
    await gateway.close();
  }
}

async function answerOf(gateway: TownGateway, operation: CorpusOperation): Promise<string> {
  const { query, variables, operationName, headers, cursor } = askedOperation(operation, pseudonyms);
  const sent = { ...(await headersOf(standpointOf(operation), [gateway])), ...headers };
  // Ids come from the name, so that no operation changes the answer of another.
  const ask = (given: Readonly<Record<string, unknown>>, page: number): Promise<Outcome> =>
    gateway.ask(sent, { query, variables: given, ...(operationName !== undefined && { operationName }) }, numberOf(operation.name, page));
  const first = await ask(variables, 1);
  const after = cursor === undefined ? undefined : cursorIn(first.body);
  const second = cursor !== undefined && after !== undefined ? await ask({ ...variables, [cursor]: after }, 2) : undefined;
  return [`### ${operation.name}`, ...shown(first), ...(second ? ['and after its cursor:', ...shown(second)] : []), ''].join('\n');
}

function shown({ status, body, entries }: Outcome): string[] {
  const logged = entries.map(({ header, segments }) => {
    // Ids, hashes and the versions of the policy and of its texts are not part of the answer.
    const { version: _version, id: _id, at: _at, operationHash: _hash, policyVersion: _policy, purposeText: _text, ...said } = header;
    return inLines({ ...said, segments });
  });
  const answer = JSON.parse(body, plainly) as { extensions?: { privacy?: { receipt?: unknown } } };
  // Each run signs it with another key.
  delete answer.extensions?.privacy?.receipt;
  return [String(status), inLines(answer), ...logged.map((text) => `logged: ${text}`)];
}

/** Removes what differs between runs, and writes each item of a report on one line: paths, coordinate, reason. */
function plainly(name: string, value: unknown): unknown {
  // PostgreSQL's own time.
  if (name === 'coverage' && value !== null) return { ...(value as object), since: 'when the log began' };
  // It differs with each change of the policy.
  if (isDigest(value)) return 'a digest';
  if (name !== 'withheld' && name !== 'conditional') return value;
  return (value as readonly (ReportedItem | string)[]).map((item) => {
    if (typeof item === 'string') return item;
    const { coordinate, paths, reason } = item;
    return [...paths.map((path) => path.join('.')), coordinate, ...(reason === undefined ? [] : [reason])].join(' ');
  });
}

/** Whether a value is the version of a purpose's text. */
function isDigest(value: unknown): boolean {
  return typeof value === 'string' && /^[\da-f]{32}$/.test(value);
}

/** The number of a request, from the operation's name. The next ten thousand ids are the request's own. */
function numberOf(name: string, page: number): number {
  let bits = 2166136261;
  for (const letter of `${name} ${page}`) bits = Math.imul(bits ^ letter.codePointAt(0)!, 16777619);
  return (bits >>> 0) % 400_000;
}

/** @throws Error where two operations have the same number, and so the same ids */
function assertNumbersDiffer(operations: readonly CorpusOperation[]): void {
  const names = new Map<number, string>();
  for (const { name } of operations) {
    for (const page of [1, 2]) {
      const number = numberOf(name, page);
      const other = names.get(number);
      if (other !== undefined) throw new Error(`The operations "${other}" and "${name}" get the same ids: rename one of them.`);
      names.set(number, name);
    }
  }
}
