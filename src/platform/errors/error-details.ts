import type { ErrorReason } from './error-reasons.ts';

/** The details of a code: names from the schema or the settings, never a value. */
export interface ErrorDetails {
  /** Schema coordinates or input paths that the error is about. */
  readonly coordinates?: readonly string[];
  /** Why, where that tells nothing that is withheld. */
  readonly reason?: ErrorReason | undefined;
  /** The version of the text that has to be acknowledged. */
  readonly purposeText?: string | undefined;
  /** The expected form, by coordinate: names of types and formats, never a value. */
  readonly expected?: Readonly<Record<string, string>>;
  /** Places in the client's own document. */
  readonly locations?: readonly { readonly line: number; readonly column: number }[];
  /** Names of settings and what each must be; at start only. */
  readonly problems?: readonly string[];
  /** Seconds after which to try again (RFC 9110, Retry-After). It leaves in the header, and in the error for clients that see no header. */
  readonly retryAfter?: number;
}
