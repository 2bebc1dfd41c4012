import type { Command } from 'commander';
import type { Application, LoadApplication } from '../../../engine/application.ts';
import { readConfig } from '../../../platform/settings/config.ts';
import type { Side } from '../../../engine/review/compare/compare/side.ts';
import { policyHash } from '../../../engine/policy/declaration/policy-hash.ts';
import { readComparedMarkings } from '../diff/read-compared-markings.ts';
import { clientDatabase } from '../../database/client-database.ts';
import { showProgress } from '../../terminal/show-progress.ts';
import { withExitCode } from '../../terminal/with-exit-code.ts';
import { loadPolicy, policyArgument, workingTree, type LoadedPolicy } from '../load/load-policy.ts';
import { describeReplay } from './describe-replay.ts';
import { instantOf } from './instant.ts';
import { openLog, reading } from './open-log.ts';
import { countEntries, readEntries } from './read-entries.ts';
import { Replay, type Replayed } from './replay.ts';

interface Options {
  readonly policy: string;
  readonly since?: Date;
  readonly json?: true;
}

/** `dry-run`: replays the access log against another policy. */
export function addDryRun(program: Command, load: LoadApplication): void {
  program
    .command('dry-run')
    .description(
      'Replays the access log of DATABASE_URL or DATA_DIR against another policy: which past reads would have been withheld, and which withheld ones released. Exit code 1 if any decision would or could have been different.',
    )
    .requiredOption('--policy <file-or-revision>', policyArgument)
    .option('--since <instant>', 'only entries from this time on: an RFC 3339 date or date-time', instantOf)
    .option('--json', 'as JSON')
    .action(withExitCode(async (options: Options) => dryRun(await load(), options)));
}

/** @returns whether any decision would or could have been different */
async function dryRun(application: Application, { policy, since, json }: Options): Promise<boolean> {
  const other = sideOf(await loadPolicy(application, policy));
  const inForce = sideOf(workingTree(application));
  const replayed = await replayLog(application, inForce, other, since);
  if (json) {
    const versions = { inForce: policyHash(inForce.policy), other: policyHash(other.policy), since: since?.toISOString() ?? null };
    const flat = <What>(list: readonly { readonly what: What }[]) => list.map(({ what, ...counts }) => ({ ...what, ...counts }));
    const { rootFieldChanges, withheld, released, cannotBeTold, ...totals } = replayed;
    const found = {
      rootFields: flat(rootFieldChanges),
      withheld: flat(withheld),
      released: flat(released),
      cannotBeTold: flat(cannotBeTold),
    };
    process.stdout.write(`${JSON.stringify({ ...versions, ...totals, ...found }, null, 2)}\n`);
  } else {
    process.stdout.write(`${describeReplay(inForce.policy.vocabulary, replayed).join('\n')}\n`);
  }
  return replayed.rootFieldChanges.length + replayed.withheld.length + replayed.released.length + replayed.cannotBeTold.length > 0;
}

async function replayLog({ authorities }: Application, inForce: Side, other: Side, since: Date | undefined): Promise<Replayed> {
  const log = await openLog(readConfig());
  try {
    return await reading(async () => {
      const total = await countEntries(log.client, since);
      const progress = showProgress(total, 'entries', process.stderr);
      try {
        const replay = new Replay(inForce, other, await authorities.readCategories(clientDatabase(log.client)));
        let done = 0;
        for await (const entry of readEntries(log.client, since)) {
          replay.add(entry);
          done += 1;
          progress.update(done);
        }
        return replay.result();
      } finally {
        progress.stop();
      }
    });
  } finally {
    await log.close();
  }
}

function sideOf({ policy, sources }: LoadedPolicy): Side {
  return { policy, markings: readComparedMarkings(sources) };
}
