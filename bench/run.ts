import { Argument, Command } from 'commander';
import { asText, type Limits, type Report } from './report.ts';

/** A benchmark as its file exports it. */
interface Benchmark {
  readonly run: () => Promise<Report>;
  readonly limits: Limits;
}

// Read only once one is chosen, since what they import must see NODE_ENV as it is set below.
const benchmarks: Readonly<Record<string, () => Promise<Benchmark>>> = {
  enforcement: async () => {
    const { enforcement, limits } = await import('./enforcement.ts');
    return { run: enforcement, limits };
  },
};

const { args, opts } = readCommand();
// Outside production graphql-js checks each type twice, which slows Apollo Server itself and flatters every ratio.
process.env['NODE_ENV'] ??= 'production';
const { run, limits } = await benchmarks[args[0]!]!();
const report = await run();
process.stdout.write(opts.json ? `${JSON.stringify(report, null, 2)}\n` : asText(report, limits));

function readCommand(): { args: readonly string[]; opts: { json?: boolean } } {
  const command = new Command('bench')
    .description('Times the gateway against other ways to serve the same.')
    .addArgument(new Argument('<name>', 'what to time').choices(Object.keys(benchmarks)))
    .option('--json', 'print medians and ratios as JSON')
    .showHelpAfterError()
    .parse();
  return { args: command.args, opts: command.opts() };
}
