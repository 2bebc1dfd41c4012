import { usualRequestLimits, type RequestLimits } from '../../../src/platform/settings/config.ts';

/** Suites send many documents that are refused, and ask often without an account. Tests of limits set their own. */
export const patientLimits: RequestLimits = {
  ...usualRequestLimits,
  refusedDocuments: 1_000_000,
  anonymousSenders: { perAddress: 1_000, inTotal: 1_000 },
};
