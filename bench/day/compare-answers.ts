import { isDeepStrictEqual } from 'node:util';
import { kinds } from './operations.ts';
import { bodyOf, encounterPlace, headersOf, type Issue, type Request, type Sequence } from './requests.ts';

const perKind = 3;

/** A server of the day. */
export interface DayServer {
  readonly name: string;
  readonly url: string;
}

/**
 * Compares a sample of each kind of answer: figures for different answers would mean nothing. Only cursors, and the ids and the
 * times that a change makes, may differ.
 * @throws Error that names the server and the kind
 */
export async function compareAnswers(servers: readonly DayServer[], { requests }: Sequence, issue: Issue): Promise<void> {
  const starts = requests.filter(({ kind }) => kind === 'start encounter');
  for (const kind of kinds) {
    for (const request of requests.filter((one) => one.kind === kind).slice(0, perKind)) {
      const answers: unknown[] = [];
      for (const { name, url } of servers) {
        let encounter = '';
        if (request.case === encounterPlace) {
          const start = starts.find(
            ({ principal, variables }) => principal === request.principal && variables['id'] === request.variables['id'],
          );
          const begun = (await ask(url, start!, '', issue)) as { startEncounter: { encounter: { id: string } } };
          encounter = begun.startEncounter.encounter.id;
        }
        const answer = comparable(await ask(url, request, encounter, issue));
        answers.push(answer);
        if (!isDeepStrictEqual(answer, answers[0]))
          throw new Error(`${name} answers ${kind} differently: ${JSON.stringify(answer)} and not ${JSON.stringify(answers[0])}`);
      }
    }
  }
}

async function ask(url: string, request: Request, encounter: string, issue: Issue): Promise<unknown> {
  const { 'privacy-case': matter, ...given } = await headersOf(request, issue);
  const headers = {
    'content-type': 'application/json',
    ...given,
    ...(matter && { 'privacy-case': matter.replace(encounterPlace, encounter) }),
  };
  const response = await fetch(url, { method: 'POST', headers, body: bodyOf(request) });
  const { data, errors } = (await response.json()) as { readonly data?: unknown; readonly errors?: unknown };
  if (errors !== undefined || !data) throw new Error(`${url} refuses ${request.kind}: ${JSON.stringify(errors)}`);
  return data;
}

/** Leaves out what is new in each answer. */
function comparable(data: unknown): unknown {
  const made: unknown = JSON.parse(JSON.stringify(data), (key, value: unknown) => (key === 'endCursor' ? null : value));
  const { startEncounter, purchase } = made as Record<string, Record<string, Record<string, unknown>> | undefined>;
  for (const changed of [startEncounter?.['encounter'], purchase?.['purchase']]) {
    if (changed) for (const key of ['id', 'startedAt']) delete changed[key];
  }
  return made;
}
