import { z } from 'zod';

/** The most seconds between two publications: one of three within what a receipt promises, so that a failed one can be repeated. */
export const longestPublication = 20;

/** The settings of the access log. */
export const logSettings = {
  LOG_ORIGIN: z
    .string()
    .regex(/^[^\s+]+$/, 'must have no space and no plus sign')
    .default('need-to-know.example/access-log')
    .describe('The name of the access log in its checkpoints (C2SP tlog-checkpoint). Never change it for an existing log.'),
  LOG_PUBLICATION_SECONDS: z.coerce
    .number()
    .int()
    .min(0)
    .max(longestPublication)
    .default(longestPublication)
    .describe(
      'The tree of the access log is published, padded, at each multiple of so many seconds since 1970. `0`: at once and without padding, which shows each entry in public; production refuses it.',
    ),
  LOG_WITNESSES: z
    .string()
    .default('')
    .transform((text) => text.split(/\s+/).filter((key) => key !== ''))
    .describe('Verifier keys of the witnesses whose cosignatures are stored and served (C2SP vkeys), separated by spaces.'),
};

/** How the access log is named and published. */
export interface LogConfig {
  /** The access log's name in its checkpoints (C2SP tlog-checkpoint). */
  readonly logOrigin: string;
  /** Seconds between two publications of its tree; 0: entries are published at once, without padding. */
  readonly logPublicationSeconds: number;
  /** Verifier keys of the witnesses whose cosignatures the gateway accepts (C2SP tlog-cosignature). */
  readonly logWitnesses: readonly string[];
}

interface Given {
  readonly LOG_ORIGIN: string;
  readonly LOG_PUBLICATION_SECONDS: number;
  readonly LOG_WITNESSES: readonly string[];
}

/** Reads them. */
export function logConfigOf({ LOG_ORIGIN, LOG_PUBLICATION_SECONDS, LOG_WITNESSES }: Given): LogConfig {
  return { logOrigin: LOG_ORIGIN, logPublicationSeconds: LOG_PUBLICATION_SECONDS, logWitnesses: Object.freeze(LOG_WITNESSES) };
}
