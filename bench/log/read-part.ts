import type { Part, Size } from './part.ts';
import { read, type ReadCourse } from './read.ts';

const residents = 2_000;

const courses: Readonly<Record<Size, ReadCourse>> = {
  whole: { slices: 6, milliseconds: 5_000 },
  quick: { slices: 2, milliseconds: 1_000 },
};

/** 50 rows with an address each, over HTTP at 16 connections, with the log and without. */
export const readPart: Part = {
  ticks: (size) => 2 * courses[size].slices,
  async run(town, size, tick) {
    const { on, off, backlog } = await read(town, await town.database('read', residents), courses[size], tick);
    const figure = (contender: string, median: number) => ({ case: '50 rows, 16 connections', contender, median, unit: 'answers/s' });
    return {
      results: [figure('log on', on), figure('log off', off)],
      ratios: { 'on/off@16': on / off, 'backlog seconds@16': backlog },
    };
  },
};
