import { Client } from 'pg';
import { startSequencer } from '../../src/access-log/sequencer.ts';
import { stageStatement } from '../../src/access-log/stage.ts';
import type { Accounts } from '../../src/database/accounts.ts';
import { openLogKeys } from '../../src/database/log-key-store.ts';
import { searchEntry } from './entries.ts';
import type { Part, Size } from './part.ts';

const staged: Readonly<Record<Size, number>> = { whole: 100_000, quick: 2_000 };
const inStatement = 100;

/** Numbering what is staged already: entries of three openings, with their index by data subject, tiles and checkpoints. */
export const sequence: Part = {
  ticks: (size) => staged[size] / inStatement + 1,
  async run(town, size, tick) {
    const accounts = await town.database('sequence', 0);
    await stage(accounts, staged[size], tick);
    const keys = openLogKeys(town.config.dataDirectory, town.config.logOrigin);
    const sequencer = startSequencer(accounts.sequencer, keys, { read: () => undefined, write: () => undefined }, () => undefined);
    try {
      const begun = performance.now();
      await sequencer.run();
      const seconds = (performance.now() - begun) / 1_000;
      tick();
      const median = staged[size] / seconds;
      return { results: [{ case: `sequence ${staged[size]}`, contender: 'sequencer', median, unit: 'entries/s' }], ratios: {} };
    } finally {
      await sequencer.stop();
    }
  },
};

async function stage(accounts: Accounts, entries: number, tick: () => void): Promise<void> {
  const client = new Client({ connectionString: accounts.gateway });
  await client.connect();
  try {
    for (let done = 0; done < entries; done += inStatement) {
      const { text, values } = stageStatement(Array.from({ length: inStatement }, () => searchEntry(1)));
      await client.query({ name: 'stage', text, values });
      tick();
    }
  } finally {
    await client.end();
  }
}
