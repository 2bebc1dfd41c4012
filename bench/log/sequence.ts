import { town as application } from '../../src/town/index.ts';
import { Client } from 'pg';
import { startSequencer } from '../../src/log/store/numbering/sequencer.ts';
import { stageStatement } from '../../src/log/store/staging/stage.ts';
import { openLogKeys } from '../../src/log/store/publication/log-key-store.ts';
import type { DatabaseRoles } from '../../src/platform/postgres/roles/roles.ts';
import { median } from '../median.ts';
import type { Figure } from '../report.ts';
import { searchEntry } from './entries.ts';
import type { Part, Size } from './part.ts';
import type { Town } from '../town.ts';

interface SequenceCase {
  readonly subjects: number;
  /** Entries that are staged and then numbered in each round. */
  readonly staged: Readonly<Record<Size, number>>;
  readonly rounds: number;
}

/** Many entries of three segments at once, and repeated entries of a search in a growing log. */
const sequenceCases: readonly SequenceCase[] = [
  { subjects: 1, staged: { whole: 100_000, quick: 2_000 }, rounds: 1 },
  { subjects: 50, staged: { whole: 1_000, quick: 100 }, rounds: 7 },
];
const inStatement = 100;

/** Numbers staged entries, with the index by data subject, tiles and checkpoints. */
export const sequence: Part = {
  ticks: (size) => sequenceCases.reduce((sum, { staged, rounds }) => sum + rounds * (staged[size] / inStatement + 1), 0),
  async run(town, size, tick) {
    const results: Figure[] = [];
    for (const sequenceCase of sequenceCases) results.push(await number(town, sequenceCase, size, tick));
    return { results, ratios: {} };
  },
};

async function number(town: Town, { subjects, staged, rounds }: SequenceCase, size: Size, tick: () => void): Promise<Figure> {
  const roles = await town.database(`sequence_${subjects}`, 0);
  const keys = openLogKeys(town.config, town.config.logOrigin);
  const samples: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await stage(roles, staged[size], subjects, tick);
    const sequencer = startSequencer(
      roles.sequencer,
      application.postings,
      keys,
      { read: () => undefined, write: () => undefined },
      () => undefined,
    );
    try {
      const begun = performance.now();
      await sequencer.run();
      samples.push((staged[size] * 1_000) / (performance.now() - begun));
      tick();
    } finally {
      await sequencer.stop();
    }
  }
  const name = `sequence ${staged[size]}, ${subjects} data subject${subjects === 1 ? '' : 's'}`;
  return { case: name, contender: 'sequencer', median: median(samples), unit: 'entries/s' };
}

async function stage(roles: DatabaseRoles, entries: number, subjects: number, tick: () => void): Promise<void> {
  const client = new Client({ connectionString: roles.gateway });
  await client.connect();
  try {
    for (let done = 0; done < entries; done += inStatement) {
      const { text, values } = stageStatement(Array.from({ length: inStatement }, () => searchEntry(subjects)));
      await client.query({ name: 'stage', text, values });
      tick();
    }
  } finally {
    await client.end();
  }
}
