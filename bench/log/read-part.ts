import type { Part, Size } from './part.ts';
import { read, type ReadTiming } from './read.ts';

const residents = 2_000;

const timings: Readonly<Record<Size, ReadTiming>> = {
  whole: { slices: 6, milliseconds: 5_000 },
  quick: { slices: 2, milliseconds: 1_000 },
};

/** Times 50 rows with addresses over HTTP, at 16 connections, with and without the log. */
export const readPart: Part = {
  ticks: (size) => 2 * timings[size].slices,
  async run(town, size, tick) {
    const { on, off, backlog } = await read(town, await town.database('read', residents), timings[size], tick);
    const figure = (contender: string, median: number) => ({ case: '50 rows, 16 connections', contender, median, unit: 'answers/s' });
    return {
      results: [figure('log on', on), figure('log off', off)],
      ratios: { 'on/off@16': on / off, 'backlog seconds@16': backlog },
    };
  },
};
