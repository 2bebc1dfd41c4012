import { resolve } from 'node:path';
import { z } from 'zod';

/** The settings about applications: their documents and their origins. They are part of the settings in config.ts. */
export const clientSettings = {
  TRUSTED_DOCUMENTS: z
    .string()
    .default('')
    .transform((text) => text.split(/\s+/).filter((file) => file !== ''))
    .describe(
      'Manifests of registered documents, separated by spaces: one JSON file for each application, as GraphQL Code Generator’s client preset writes it with `hashAlgorithm: "sha256"`. Clients may name these documents by their hash. Those of the gateway’s own pages need no setting.',
    ),
  TRUSTED_DOCUMENTS_ONLY: z
    .enum(['true', 'false'])
    .default('false')
    .describe('Whether every other document is refused. `true` is recommended in production.'),
  CORS_ORIGINS: z
    .string()
    .default('')
    .transform((text) => text.split(/[\s,]+/).filter((origin) => origin !== ''))
    .refine((origins) => origins.every(isOrigin), 'must be origins such as https://staff.example, separated by commas, without a wildcard')
    .describe('Origins of pages that may ask, beside the gateway’s own, separated by commas. Without it: none.'),
} as const;

const shape = z.object(clientSettings);
type Given = z.output<typeof shape>;

/** What applications may send. */
export interface ClientConfig {
  /** Absolute paths of the manifests of registered documents. */
  readonly manifests: readonly string[];
  /** Whether every other document is refused. */
  readonly trustedOnly: boolean;
  /** Origins of pages that may ask. */
  readonly origins: readonly string[];
}

export function clientsOf({ TRUSTED_DOCUMENTS, TRUSTED_DOCUMENTS_ONLY, CORS_ORIGINS }: Given): ClientConfig {
  return Object.freeze({
    manifests: Object.freeze(TRUSTED_DOCUMENTS.map((file) => resolve(file))),
    trustedOnly: TRUSTED_DOCUMENTS_ONLY === 'true',
    origins: Object.freeze(CORS_ORIGINS),
  });
}

/** Whether a text is an origin as browsers send it (RFC 6454): scheme, host and port, and nothing else. */
function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text && /^https?:/.test(text);
}
