import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { installPeers } from '../../bench/http/install-peers.ts';
import { runCommand } from '../helpers/processes/run-command.ts';
import { makeTestDirectory } from '../setup/global-setup.ts';
import { startThrowaway } from '../setup/start-throwaway.ts';
import { reportJson, reportTable, type Column } from './report.ts';
import { runCases } from './run-cases.ts';
import { needToKnow } from './systems/need-to-know/need-to-know.ts';
import { peers } from './systems/peers.ts';

const command = new Command('bypasses')
  .description('tries ways around access control, from advisories and issues, on this gateway and on others')
  .option('--only <name>', 'one system, by the beginning of its name')
  .option('--json', 'print the outcomes as JSON')
  .action(async ({ only = '', json }: { readonly only?: string; readonly json?: true }) => {
    const systems = [needToKnow, ...peers].filter(({ name }) => name.toLowerCase().startsWith(only.toLowerCase()));
    if (systems.some((system) => system !== needToKnow)) installPeers(new URL('peers/', import.meta.url));
    const directory = makeTestDirectory();
    const dataDirectory = join(directory, 'data');
    const postgres = await startThrowaway(dataDirectory);
    try {
      const columns: Column[] = [];
      for (const system of systems) {
        process.stderr.write(`${system.name} …\n`);
        columns.push({ system, outcomes: await runCases(system, { administrator: postgres.url, dataDirectory }) });
      }
      process.stdout.write(json ? reportJson(columns) : reportTable(columns));
      const own = columns.find(({ system }) => system === needToKnow);
      process.exitCode = own && Object.values(own.outcomes).some(({ result }) => result === 'leaked') ? 1 : 0;
    } finally {
      await postgres.stop();
      rmSync(directory, { recursive: true, force: true });
    }
  });
await runCommand(command);
