import { execFile } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { buildASTSchema, parse, validate } from 'graphql';
import { parseSync } from 'vite';
import { parseSchema } from '../../src/server/spine/document/parse-schema.ts';
import { bareEnvironment } from '../helpers/processes/bare-environment.ts';
import type { TestGateway } from '../helpers/gateway/gateway.ts';
import type { Block } from './documents.ts';

/** The gateway and credentials with which examples are tried. */
export interface Surroundings {
  readonly gateway: TestGateway;
  /** The settings of commands. */
  readonly settings: Readonly<Record<string, string>>;
  /** For the files that an example writes. */
  readonly directory: string;
}

/**
 * Tries an example as its language and marker say.
 * @throws Error naming the place, where it fails or its marker is unknown
 */
export async function tryExample(block: Block, surroundings: Surroundings): Promise<void> {
  try {
    await tryBlock(block, surroundings);
  } catch (error) {
    throw new Error(`${block.place}: ${(error as Error).message}`, { cause: error });
  }
}

async function tryBlock({ language, marker, text }: Block, { gateway, settings, directory }: Surroundings): Promise<void> {
  const [kind = '', ...options] = marker.split(' ');
  switch (`${language} ${existsSync(kind) ? 'quote' : kind}`) {
    case 'sh run':
      return runShell(text, gateway, settings, directory);
    case 'sh manual': // links.test.ts: its commands exist.
    case 'text tour': // tour.test.ts: the tour prints it.
    case 'text message': // What a tool says, shortened.
      return;
    case 'graphql run':
      return ask(text, options, gateway);
    case 'graphql valid':
      return assertNone(validate(schema(), parse(text)).map(({ message }) => message));
    case 'graphql quote':
    case 'ts quote':
      return assertNone(linesOf(text).filter((line) => !linesOf(readFileSync(kind, 'utf8')).includes(line)));
    case 'diff quote':
      return assertNone(
        linesOf(text.replaceAll(/^\+.*$/gm, '').replaceAll(/^[- ]/gm, '')).filter(
          (line) => !linesOf(readFileSync(kind, 'utf8')).includes(line),
        ),
      );
    case 'graphql example':
      return void parse(/^(type|extend|enum|input|query|mutation|\{)/.test(text) ? text : `type Example {\n${text}\n}`);
    case 'sql example':
      return assertRuns(text, gateway);
    case 'ts application': // test/clients/guide.test.ts compiles and runs it.
    case 'json application':
      return;
    case 'ts example':
      return assertParses(text);
    case 'tsx example':
      assertNone(parseSync('example.tsx', text).errors.map(({ message }) => message));
      return assertNone(operationsIn(text).flatMap((one) => validate(schema(), parse(one)).map(({ message }) => message)));
    case 'json example':
      return void JSON.parse(text);
    case 'mermaid ':
      return assertNone(/^(flowchart|sequenceDiagram|stateDiagram-v2)\b/.test(text) ? [] : ['no known diagram']);
    default:
      throw new Error(`no known marker: "${language} ${marker}"; see CONTRIBUTING.md`);
  }
}

/** The operations of a page. */
function operationsIn(text: string): string[] {
  return [...text.matchAll(/graphql\(`([^`]*)`\)/g)].map(([, operation]) => operation!);
}

/** Runs the lines in one shell, without npm between, and with the gateway that is started. */
async function runShell(text: string, { url }: TestGateway, settings: Surroundings['settings'], directory: string): Promise<void> {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly scripts: Readonly<Record<string, string>> };
  const script = text
    .replaceAll(/npm run -s (\w+)(?: --)?/g, (_, name: string) => scripts[name] ?? `false no script ${name}`)
    .replaceAll('http://127.0.0.1:4000', new URL(url).origin)
    .replaceAll('http://localhost:4000/oidc', settings['IDENTITY_ISSUER']!)
    .replaceAll('candidate.json', `${directory}/candidate.json`);
  await new Promise<void>((done, fail) => {
    execFile('bash', ['-euo', 'pipefail', '-c', script], { env: { ...bareEnvironment, ...settings } }, (error, stdout, stderr) => {
      if (error || stdout === '' || stdout.includes('"errors"')) fail(new Error(stderr.slice(-2_000) || stdout.slice(-2_000)));
      else done();
    });
  });
}

async function ask(text: string, options: readonly string[], gateway: TestGateway): Promise<void> {
  const {
    as = null,
    purpose,
    case: id,
  } = Object.fromEntries(options.map((option) => option.split('='))) as Partial<Record<string, string>>;
  const asked = { ...(purpose !== undefined && { purpose }), ...(id !== undefined && { case: id }) };
  const { status, errors } = await gateway.ask(as, text, asked);
  assertNone(errors.map(({ message }) => message));
  assertNone(status === 200 ? [] : [`status ${status}`]);
}

const schema = () =>
  buildASTSchema(
    parseSchema(
      globSync('schema/*.graphql')
        .map((file) => readFileSync(file, 'utf8'))
        .join('\n'),
    ),
  );

/** Without indentation and empty lines. */
function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** A module, or members of an object. */
function assertParses(text: string): void {
  try {
    stripTypeScriptTypes(text);
  } catch {
    stripTypeScriptTypes(`export const example = {\n${text}\n};`);
  }
}

/** Runs statements as the owner of the database, and undoes them. */
async function assertRuns(text: string, { database }: TestGateway): Promise<void> {
  const undone = 'ZZ999';
  const asBlock = `do $example$ begin ${text} raise exception using errcode = '${undone}'; end $example$`;
  await database.asOwner(asBlock).catch((error: Error & { readonly code?: string }) => {
    if (error.code !== undone) throw error;
  });
}

function assertNone(problems: readonly string[]): void {
  if (problems.length > 0) throw new Error(problems.join('\n'));
}
