import { aliasesPart } from './log/aliases.ts';
import { append } from './log/append.ts';
import { bytes, bytesLimits } from './log/bytes.ts';
import { history } from './log/history.ts';
import type { Part, PartName, Size } from './log/part.ts';
import { readPart } from './log/read-part.ts';
import { sealed } from './log/sealed.ts';
import { sequence } from './log/sequence.ts';
import { openTown } from './town.ts';
import { verify } from './log/verify.ts';
import { showProgress } from '../scripts/progress.ts';
import type { Figure, Limits, Report } from './report.ts';

const parts: Readonly<Record<PartName, Part>> = { append, read: readPart, bytes, sequence, verify, history, sealed, aliases: aliasesPart };

/** The parts that can be timed separately. */
export const partNames = Object.keys(parts) as readonly PartName[];

/**
 * The log may cost a seventh of the throughput, and grow slowly. Neither its size nor sealed reads may change the time to read an
 * access history.
 */
export const limits: Limits = {
  'on/off@16': { least: 0.85 },
  ...bytesLimits,
  'backlog seconds@16': { most: 2 },
  'verify seconds@1000000': { most: 30 },
  'accessHistory@5000000/10000': { most: 1.5 },
  'sealed reads@10/0': { most: 1.1 },
  'sealed reads@100/0': { most: 1.1 },
  'sealed reads@300/0': { most: 1.1 },
};

/**
 * Measures the cost of the access log and how it scales: appends, reads with the log on and off, numbering, verification,
 * and the access history of one person.
 * Everything runs on a real PostgreSQL with its usual durability.
 * @param only the parts to time, in the order of the list
 */
export async function log(only: readonly PartName[], size: Size): Promise<Report> {
  const chosen = partNames.filter((name) => only.includes(name)).map((name) => [name, parts[name]] as const);
  const progress = showProgress(
    chosen.reduce((sum, [, part]) => sum + part.ticks(size), 0),
    'rounds',
  );
  const results: Figure[] = [];
  const ratios: Record<string, number> = {};
  const town = await openTown();
  try {
    for (const [name, part] of chosen) {
      progress.begin(name);
      const found = await part.run(town, size, () => progress.tick());
      results.push(...found.results);
      Object.assign(ratios, found.ratios);
    }
  } finally {
    progress.stop();
    await town.close();
  }
  return { bench: 'log', results, ratios };
}
