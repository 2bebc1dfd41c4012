import { usualDeadlines, type Deadlines } from '../../../src/platform/settings/config.ts';

/** Longer than the default, so that a busy machine changes no answer. Tests of deadlines set their own. */
export const patientDeadlines: Deadlines = {
  ...usualDeadlines,
  connect: 30_000,
  queue: 60_000,
  lock: 30_000,
  statement: 60_000,
  request: 120_000,
};
