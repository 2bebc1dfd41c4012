import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Command } from 'commander';
import { actsOfWalk, openCoverage, type Coverage } from './walks/coverage.ts';

/** Milliseconds for a request. */
const patience = 60_000;

type Headers = Readonly<Record<string, string>>;
type Data = Readonly<Record<string, unknown>>;

interface Options {
  readonly tree: string;
  readonly files?: true;
  readonly json?: true;
}

new Command('walks')
  .description(
    'Counts the files of src/ of which a function runs for a request: a query by a session, a purchase, a read by a partner, and a sign-in ' +
      'of a person at the authorization server. It starts the gateway of a tree with its demo and reads the coverage of V8.\n' +
      'Exit codes: 0, 2 on failure.',
  )
  .option('--tree <folder>', 'the tree to measure', '.')
  .option('--files', 'name the files')
  .option('--json', 'as JSON')
  .action(async ({ tree, files, json }: Options) => {
    const walks = await measure(resolve(tree));
    if (json) process.stdout.write(`${JSON.stringify(walks, null, 2)}\n`);
    else for (const [name, passed] of Object.entries(walks)) process.stdout.write(described(name, passed, files === true));
  })
  .parseAsync()
  .catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  });

function described(name: string, files: readonly string[], all: boolean): string {
  return `${name}: ${files.length} files\n${all ? files.map((file) => `  ${file}\n`).join('') : ''}`;
}

/** The files below `src/` of each walk. @throws Error if the gateway does not start, or a request is refused */
async function measure(tree: string): Promise<Record<string, readonly string[]>> {
  const directory = mkdtempSync(join(tmpdir(), 'ntk-walks-'));
  chmodSync(directory, 0o755);
  const [port, inspected] = [20_000 + (process.pid % 10_000), 30_000 + (process.pid % 10_000)];
  const environment = { PATH: process.env['PATH'], PORT: String(port), DATA_DIR: join(directory, 'data'), LOG_LEVEL: 'error' };
  const run = (...given: readonly string[]): ChildProcess =>
    spawn(process.execPath, given, { cwd: tree, env: environment, stdio: ['ignore', 'pipe', 'ignore'] });
  const gateway = run(`--inspect=127.0.0.1:${inspected}`, 'src/main.ts');
  let coverage: Coverage | undefined;
  try {
    await lineOf(gateway, /^ready: /m);
    coverage = await openCoverage(inspected, pathToFileURL(join(tree, 'src/')).href);
    const walks: Record<string, readonly string[]> = {};
    for (const [name, request] of await requestsTo(`http://localhost:${port}`, run)) {
      // Once before: a function that runs only for the first request is not part of the walk.
      await request();
      walks[name] = await coverage.filesOf(request);
    }
    return walks;
  } finally {
    // A process that is inspected does not end.
    coverage?.close();
    const ended = once(gateway, 'close');
    gateway.kill('SIGTERM');
    await ended;
    rmSync(directory, { recursive: true, force: true });
  }
}

type Request = () => Promise<unknown>;

/** @param run starts a module of the tree in a process */
async function requestsTo(
  origin: string,
  run: (...given: readonly string[]) => ChildProcess,
): Promise<readonly (readonly [string, Request])[]> {
  const ask = async (headers: Headers, query: string, variables: Data = {}): Promise<Data> => {
    const response = await fetch(`${origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(patience),
    });
    const { data, errors } = (await response.json()) as { data?: Data | null; errors?: unknown };
    if (!data || errors) throw new Error(`refused: ${JSON.stringify(errors)}`);
    return data;
  };
  const headersOf = async (persona: string): Promise<Headers> => {
    const signIn = run('demo/token.ts', '--as', persona, '--headers');
    const text = await textOf(signIn);
    return Object.fromEntries(
      text
        .trim()
        .split('\n')
        .map((line) => line.split(/: (.*)/s) as [string, string]),
    );
  };
  const asPage = { cookie: await sessionOf(origin, 'resident'), origin, 'sec-fetch-site': 'same-origin', 'x-requested-by': 'walks' };
  const { services, me } = (await ask(asPage, '{ services { edges { node { id minimumAge } } } me { id } }')) as {
    readonly services: { readonly edges: readonly { readonly node: { readonly id: string; readonly minimumAge: number | null } }[] };
    readonly me: { readonly id: string };
  };
  const serviceId = services.edges.find(({ node }) => node.minimumAge === null)!.node.id;
  const { myMandate } = (await ask(await headersOf('collection-agency'), '{ myMandate { mandate { subjects { id } } } }')) as {
    readonly myMandate: { readonly mandate: { readonly subjects: readonly { readonly id: string }[] } };
  };
  const { id } = myMandate.mandate.subjects[0]!;
  // A proof serves one request.
  const proven = await Promise.all(Array.from({ length: actsOfWalk + 1 }, () => headersOf('collection-agency')));
  const purchase = 'mutation ($input: PurchaseInput!) { purchase(input: $input) { purchase { id } } }';
  const partnerRead = 'query ($id: ID!) { resident(id: $id) { givenName familyName } }';
  return [
    ['me { birthDate } by a session', () => ask(asPage, '{ me { birthDate } }')],
    ['purchase by a session', () => ask(asPage, purchase, { input: { residentId: me.id, serviceId } })],
    ['a read by a partner', () => ask(proven.pop()!, partnerRead, { id })],
    ['a sign-in', () => headersOf('guardian')],
  ];
}

/** Signs in at the page for developers. @returns the cookie */
async function sessionOf(origin: string, persona: string): Promise<string> {
  const response = await fetch(`${origin}/development`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin, 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams({ persona }),
    redirect: 'manual',
    signal: AbortSignal.timeout(patience),
  });
  const [cookie] = response.headers.getSetCookie();
  if (cookie === undefined) throw new Error(`no session: ${response.status}`);
  return cookie.split(';')[0]!;
}

async function textOf({ stdout }: ChildProcess): Promise<string> {
  let text = '';
  for await (const chunk of stdout!) text += String(chunk);
  return text;
}

/** Waits for a line. The stream is read on, or the process would wait for its reader. */
function lineOf(child: ChildProcess, wanted: RegExp): Promise<void> {
  let text = '';
  return new Promise((done, fail) => {
    child.once('close', () => fail(new Error('the gateway did not start')));
    child.stdout!.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (wanted.test(text)) done();
    });
  });
}
