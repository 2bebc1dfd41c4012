import { fileURLToPath } from 'node:url';
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { showProgress } from '../../scripts/progress.ts';
import { assertCanSet, findLibrary } from './faked-clock.ts';
import { momentsAfter, type Moment } from './moments.ts';
import { asJson, asText, exitCodeOf, listText } from './report.ts';
import { runAt, type Durations, type Outcome } from './run-suites.ts';
import { allSuites } from './suites.ts';

interface Options {
  readonly only?: readonly string[];
  readonly all?: true;
  readonly list?: true;
  readonly workers: number;
  readonly json?: true;
}

const root = fileURLToPath(new URL('../../', import.meta.url));
const moments = momentsAfter(new Date());
const command = new Command('clock')
  .description(
    'Runs the suites that know a date while the clocks of Node and PostgreSQL say another: ends of months, leap days, changes of the clocks, and instants that pass within each suite. Nothing may fail at any of them.',
  )
  .argument('[suites...]', 'only suites whose path contains one of these')
  .option('--only <moments>', 'only these, several with commas', names)
  .option('--all', 'all suites but those with a browser, whose clock is not set')
  .option('--workers <number>', 'how many suites run at once', wholeNumber, 2)
  .option('--list', 'say which moments and suites there are, and run nothing')
  .option('--json', 'as JSON')
  .addHelpText('after', ['\nMoments:', ...moments.map(({ name, about }) => `  ${name}: ${about}`)].join('\n'))
  .addHelpText('after', '\nIt needs libfaketime (Debian: apt-get install libfaketime) and an embedded PostgreSQL.')
  .addHelpText('after', '\nExit code 0: nothing failed; 1: something did; 2: it could not be done.')
  .showHelpAfterError()
  .exitOverride()
  .action(runAll);

try {
  await command.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = error instanceof CommanderError && error.exitCode === 0 ? 0 : 2;
}

async function runAll(parts: readonly string[], { only, all, list, workers, json }: Options): Promise<void> {
  const chosen = only ? moments.filter(({ name }) => only.includes(name)) : moments;
  const suites = allSuites(root)
    .filter((suite) => !suite.hasBrowser && (all || (suite.knowsDate && (suite.asksItself || !suite.startsProcesses))))
    .map(({ path }) => path)
    .filter((path) => parts.length === 0 || parts.some((part) => path.includes(part)));
  if (suites.length === 0) throw new Error('There is no such suite.');
  if (list) {
    process.stdout.write(listText(chosen, suites));
    return;
  }
  const library = findLibrary();
  assertCanSet(library);
  const options = { root, library, workers, durations: {} satisfies Durations, signal: interruption() };
  const outcomes: Outcome[] = [];
  let stopped = false;
  const order = inOrder(chosen);
  const progress = showProgress(order.length, 'moments');
  try {
    for (const moment of order) {
      options.signal.throwIfAborted();
      progress.begin(moment.name);
      try {
        const outcome = await runAt(moment, suites, options);
        outcomes.push(outcome);
        // All moments take an hour: what failed is said at once.
        for (const { suite, test, because } of outcome.failures) process.stderr.write(`${moment.name}: ${suite}: ${test}\n${because}\n`);
      } catch (error) {
        // The other moments are run all the same.
        process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
        stopped = true;
      }
      progress.update(outcomes.length);
    }
  } catch (error) {
    // The findings until then are printed.
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    stopped = true;
  } finally {
    progress.stop();
  }
  process.stdout.write(json ? asJson(outcomes) : asText(outcomes));
  process.exitCode = stopped ? 2 : exitCodeOf(outcomes);
}

/** Where an instant passes after a part of each suite's time, the time must be known from a run before. */
function inOrder(chosen: readonly Moment[]): readonly Moment[] {
  const plain = chosen.filter(({ passes }) => passes === undefined);
  const passing = chosen.filter(({ passes }) => passes !== undefined);
  const measured = plain.length > 0 || passing.length === 0 ? plain : moments.filter(({ name }) => name === 'two-years');
  return [...measured, ...passing];
}

function names(text: string): string[] {
  const given = text.split(',').map((name) => name.trim());
  const unknown = given.filter((name) => !moments.some((moment) => moment.name === name));
  if (unknown.length > 0) throw new InvalidArgumentError(`There is no ${unknown.join(', ')}.`);
  return given;
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 1) throw new InvalidArgumentError('It must be a whole number, at least 1.');
  return number;
}

/** Aborted by SIGINT and SIGTERM, so that PostgreSQL still ends. */
function interruption(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => controller.abort(new Error(`stopped by ${signal}`)));
  return controller.signal;
}
