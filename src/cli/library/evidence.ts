import type { Command } from 'commander';
import { openEvidence } from '../../server/library/testing/open-evidence.ts';
import type { Exhausted } from '../../server/library/testing/exhaust.ts';
import type { Proof } from '../../server/library/testing/prove.ts';
import type { Standpoint } from '../../server/library/testing/standpoint.ts';
import type { ApplicationDefinition } from '../../server/library/create-application.ts';
import { PrivacyError } from '../../platform/errors/errors.ts';
import { helpAfter } from '../terminal/help-after.ts';
import { showProgress } from '../terminal/show-progress.ts';
import { withExitCode } from '../terminal/with-exit-code.ts';
import { importDefault } from './import-default.ts';

const standpointFiles = ['standpoints.ts', 'standpoints.js', 'standpoints.mjs'];

const about = `
It starts the application over an embedded PostgreSQL of its own, in a temporary folder, with the data of its migrations.
The default export of the file of standpoints is a list of { name, headers, related, conditions }: a principal, with a purpose and a case; and,
where you give them, the ids of the data subjects for whom each relationship and each condition holds.
`;

interface Options {
  readonly standpoints?: string;
  readonly json?: true;
}

/** `exhaust`: every root field from every standpoint, against the lines of the policy. */
export function addExhaust(program: Command, load: () => Promise<ApplicationDefinition>): void {
  program
    .command('exhaust')
    .description(
      'Asks every root field of the query from every standpoint, and compares each value with what the lines of the policy permit.',
    )
    .option('--standpoints <file>', `default: ${standpointFiles.join(', ')}`)
    .option('--json', 'as JSON')
    .addHelpText(
      'after',
      helpAfter(`${about}
Examples:
  $0 exhaust
  $0 exhaust --standpoints test/standpoints.ts --json

Exit codes: 0 all as expected, 1 something is not, 2 on failure.`),
    )
    .action(
      withExitCode(async ({ standpoints: file, json }: Options) => {
        const [evidence, standpoints] = await opened(load, file);
        try {
          const progress = showProgress(standpoints.length, 'standpoints', process.stderr);
          const found = await evidence.exhaust(standpoints, (done) => progress.update(done)).finally(() => progress.stop());
          process.stdout.write(json ? `${JSON.stringify(found, null, 2)}\n` : `${exhaustedInWords(found).join('\n')}\n`);
          return found.problems.length > 0;
        } finally {
          await evidence.close();
        }
      }),
    );
}

/** `prove`: whether any answer depends on a hidden value. */
export function addProve(program: Command, load: () => Promise<ApplicationDefinition>): void {
  program
    .command('prove')
    .description('Varies all that a standpoint may not see, and sends random queries: no answer may differ (non-interference).')
    .option('--standpoints <file>', `default: ${standpointFiles.join(', ')}`)
    .option('--operations <number>', 'how many to send', '300')
    .option('--seed <number>', 'the same seed asks the same', '1')
    .option('--json', 'as JSON')
    .addHelpText(
      'after',
      helpAfter(`${about}
Examples:
  $0 prove
  $0 prove --operations 5000 --seed 7 --json

Exit codes: 0 no leak, 1 a leak (the smallest operation is printed), 2 on failure.`),
    )
    .action(
      withExitCode(
        async ({ standpoints: file, operations, seed, json }: Options & { readonly operations: string; readonly seed: string }) => {
          if (![operations, seed].every((one) => /^[1-9]\d{0,6}$/.test(one)))
            throw new PrivacyError('SETTING_INVALID', { problems: ['--operations and --seed: numbers'] });
          const [evidence, standpoints] = await opened(load, file);
          try {
            const progress = showProgress(Number(operations), 'operations', process.stderr);
            const onProgress = (done: number): void => progress.update(done);
            const proof = await evidence
              .prove(standpoints, { operations: Number(operations), seed: Number(seed), onProgress })
              .finally(() => progress.stop());
            process.stdout.write(json ? `${JSON.stringify(proof, null, 2)}\n` : `${proofInWords(proof).join('\n')}\n`);
            return proof.leaks.length + proof.undeclared.length > 0;
          } finally {
            await evidence.close();
          }
        },
      ),
    );
}

async function opened(load: () => Promise<ApplicationDefinition>, file: string | undefined) {
  const standpoints = await importDefault<readonly Standpoint[]>('--standpoints', file, standpointFiles, 'a list of standpoints');
  return [await openEvidence(await load()), standpoints] as const;
}

function exhaustedInWords({
  operations,
  values,
  problems,
  notAsked,
  notCompared,
  neverReleased,
  related,
  believed,
}: Exhausted): readonly string[] {
  const byStandpoint = Map.groupBy(related, ({ standpoint }) => standpoint);
  const relatedTo = [...byStandpoint].map(
    ([standpoint, counts]) => `  ${standpoint}: ${counts.map(({ kind, holds, count }) => `${holds} ${count} ${kind}`).join(', ')}`,
  );
  return [
    ...problems,
    'For how many each relationship and condition holds:',
    ...relatedTo,
    ...(believed.length > 0
      ? [`Believed, because the standpoint does not say for whom it holds (\`related\`, \`conditions\`): ${believed.join(', ')}`]
      : []),
    ...(notCompared.length > 0
      ? [
          `Not compared, because \`rows\` does not say how they are read, or they are of the access log, to which each question adds: ${notCompared.join(', ')}`,
        ]
      : []),
    ...(notAsked.length > 0
      ? [`Not asked, because of their arguments or types, or because asking adds to them: ${notAsked.join(', ')}`]
      : []),
    ...(neverReleased.length > 0 ? [`No standpoint got a value of: ${neverReleased.join(', ')}`] : []),
    `${operations} operations, ${values} values: ${problems.length === 0 ? 'all as the policy says' : `${problems.length} problems`}.`,
  ];
}

function proofInWords({ operations, seed, leaks, undeclared, neverVaried }: Proof): readonly string[] {
  return [
    ...leaks.flatMap(({ standpoint, query, variables, headers, difference }) => [
      `LEAK, asked by ${standpoint}:`,
      query,
      `variables ${JSON.stringify(variables)}, headers ${JSON.stringify(headers)}`,
      `differs in ${difference}`,
      '',
    ]),
    ...undeclared,
    ...(neverVaried.length > 0
      ? [
          `Nothing is shown for these, because they are withheld of no stored row from any standpoint, or their rows come from a query, the access log or a resolver of your own: ${neverVaried.join(', ')}`,
        ]
      : []),
    `${operations} operations with seed ${seed}: ${leaks.length === 0 ? 'no leak' : `${leaks.length} leaks`}${undeclared.length === 0 ? '' : `, and ${undeclared.length} undeclared fields`}.`,
  ];
}
