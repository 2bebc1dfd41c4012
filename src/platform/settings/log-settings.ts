import { z } from 'zod';
import { maximumMergeDelay } from '../../log/proofs/receipt.ts';
import { parseVerifierKey, signatureType, type Verifier } from '../../log/keys/verifier.ts';

/** The most seconds between two publications: a failed one can be repeated, and the promise of a receipt is still kept. */
const longestPublication = maximumMergeDelay / 3;

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
    .transform((text, context) => {
      try {
        const keys = text
          .split(/\s+/)
          .filter((key) => key !== '')
          .map(parseVerifierKey);
        if (keys.every(({ type }) => type === signatureType.cosignature)) return keys;
      } catch {
        // Not a verifier key: the same message as for a key of another type.
      }
      context.addIssue({ code: 'custom', message: 'must be verifier keys for cosignatures, with spaces between' });
      return z.NEVER;
    })
    .describe('Verifier keys of the witnesses whose cosignatures are stored and served (C2SP vkeys), separated by spaces.'),
};

/** How the access log is named and published. */
export interface LogConfig {
  /** The access log's name in its checkpoints (C2SP tlog-checkpoint). */
  readonly logOrigin: string;
  /** Seconds between two publications of its tree; 0: entries are published at once, without padding. */
  readonly logPublicationSeconds: number;
  /** Witnesses whose cosignatures the gateway accepts (C2SP tlog-cosignature). */
  readonly logWitnesses: readonly Verifier[];
}

interface Given {
  readonly LOG_ORIGIN: string;
  readonly LOG_PUBLICATION_SECONDS: number;
  readonly LOG_WITNESSES: readonly Verifier[];
}

/** Reads them. */
export function logConfigOf({ LOG_ORIGIN, LOG_PUBLICATION_SECONDS, LOG_WITNESSES }: Given): LogConfig {
  return { logOrigin: LOG_ORIGIN, logPublicationSeconds: LOG_PUBLICATION_SECONDS, logWitnesses: Object.freeze(LOG_WITNESSES) };
}
