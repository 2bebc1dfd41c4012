import { PrivacyError } from '../errors.ts';
import type { PurposeHeaders } from '../purpose/declare-purpose.ts';

export interface RequestHeaders {
  readonly authorization?: string | undefined;
  readonly [name: string]: string | readonly string[] | undefined;
}

/** The headers that the gateway reads beside Authorization. */
export interface PrivacyHeaders extends PurposeHeaders {
  /** How the client wants to learn of withheld values. */
  readonly withheld: 'null' | 'error' | 'reject';
}

/**
 * Reads a request's privacy headers. A header that is empty or given twice counts as absent.
 * @throws PrivacyError HEADER_INVALID
 */
export function readPrivacyHeaders(headers: RequestHeaders): PrivacyHeaders {
  const one = (name: string): string | undefined => {
    const value = headers[name];
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
  };
  const withheld = one('privacy-withheld') ?? 'null';
  if (withheld !== 'null' && withheld !== 'error' && withheld !== 'reject') throw new PrivacyError('HEADER_INVALID');
  return { purpose: one('privacy-purpose'), case: one('privacy-case'), withheld };
}
