import { Command, InvalidArgumentError } from 'commander';
import { formatTable } from '../../src/cli/terminal/format-table.ts';
import { runCommand } from '../helpers/processes/run-command.ts';
import { findInstallations, supportedMajors } from './installations.ts';
import { planCases, readCases, runCase, type Outcome } from './run-cases.ts';

interface Options {
  readonly only?: readonly string[];
  readonly major?: number;
  readonly list?: true;
  readonly json?: true;
}

const cases = await readCases();

await runCommand(
  new Command('operate')
    .description(
      'Does what an operator does, on each PostgreSQL that is installed: migrate, serve, back up, restore and more. It uses /usr/lib/postgresql/*/bin, the embedded PostgreSQL, and pgbouncer where it is installed. It installs nothing, and its servers listen on loopback only.',
    )
    .option('--only <cases>', 'only these, several with commas', names)
    .option('--major <number>', `only on PostgreSQL ${supportedMajors.join(', ')}`, majorOf)
    .option('--list', 'list the cases, and which would run')
    .option('--json', 'as JSON')
    .addHelpText('after', '\nExit code 0: all cases that ran passed; 1: one failed; 2: none could run.')
    .action(operate),
);

async function operate({ only = [...cases.keys()], major, list, json }: Options): Promise<void> {
  const installations = (await findInstallations()).filter((found) => major === undefined || found.major === major);
  const chosen = new Map([...cases].filter(([name]) => only.includes(name)));
  const planned = planCases(chosen, installations);
  const outcomes: Outcome[] = [];
  for (const [at, one] of planned.entries()) {
    const where = 'skipped' in one ? `skipped: ${one.skipped}` : `PostgreSQL ${one.installation.version}`;
    if (list) process.stdout.write(`${one.name} (${where}): ${one.operateCase.title}\n`);
    if (list || ('skipped' in one && major !== undefined)) continue;
    process.stderr.write(`${at + 1} of ${planned.length}: ${one.name}, ${where}\n`);
    outcomes.push(await runCase(one, installations, (line) => process.stderr.write(`  ${line}\n`)));
  }
  if (list) return;
  process.stdout.write(json ? `${JSON.stringify(outcomes, null, 2)}\n` : asText(outcomes));
  const ran = outcomes.filter(({ result }) => result !== 'skipped');
  process.exitCode = outcomes.some(({ result }) => result === 'FAILED') ? 1 : ran.length === 0 ? 2 : 0;
}

function asText(outcomes: readonly Outcome[]): string {
  const rows = outcomes.map(({ name, version, result, seconds, remark }) => [
    name,
    version,
    result,
    result === 'skipped' ? '' : `${seconds.toFixed(1)} s`,
    // A failure has its own lines below.
    result === 'FAILED' ? '' : remark,
  ]);
  const failures = outcomes.flatMap(({ name, version, title, result, remark }) =>
    result === 'FAILED' ? [`\n${name} on PostgreSQL ${version}: it does not hold that ${title}`, remark] : [],
  );
  const count = (result: Outcome['result']): number => outcomes.filter((outcome) => outcome.result === result).length;
  const closing = `${count('passed')} passed, ${count('FAILED')} failed, ${count('skipped')} skipped`;
  return `${[...formatTable(['case', 'PostgreSQL', 'result', 'time', 'remark'], rows), ...failures, '', closing].join('\n')}\n`;
}

function names(text: string): readonly string[] {
  const given = text.split(',').map((name) => name.trim());
  const unknown = given.filter((name) => !cases.has(name));
  if (unknown.length > 0) throw new InvalidArgumentError(`The cases are ${[...cases.keys()].join(', ')}.`);
  return given;
}

function majorOf(text: string): number {
  const number = Number(text);
  if (!supportedMajors.some((major) => major === number))
    throw new InvalidArgumentError(`It must be one of ${supportedMajors.join(', ')}.`);
  return number;
}
