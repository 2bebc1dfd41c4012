import { availableParallelism } from 'node:os';
import { z } from 'zod';

/** The most workers of a gateway. */
const mostWorkers = 99;

/** The setting of how many processes serve. It is part of the settings in config.ts. */
export const workerSettings = {
  WORKERS: z
    .string()
    .regex(/^(?:auto|[1-9]\d?)$/, `must be auto or a whole number from 1 to ${mostWorkers}`)
    .default('1')
    .describe(
      'How many processes serve at `PORT`; `auto`: as many as the processors that this one may use. With more than 1, a parent process starts, watches and replaces them, and serves the metrics of all.',
    ),
} as const;

/** The number of processes that serve. */
export function workersOf({ WORKERS }: z.infer<z.ZodObject<typeof workerSettings>>): number {
  return WORKERS === 'auto' ? Math.min(availableParallelism(), mostWorkers) : Number(WORKERS);
}
