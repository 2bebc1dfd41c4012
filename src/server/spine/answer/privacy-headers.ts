import { PrivacyError } from '../../../platform/errors/errors.ts';
import { reportLevels, type ReportLevel } from './privacy-report.ts';
import type { PurposeHeaders } from '../../../engine/purpose/declare-purpose.ts';

export interface RequestHeaders {
  readonly authorization?: string | undefined;
  readonly cookie?: string | undefined;
  readonly [name: string]: string | readonly string[] | undefined;
}

/** How a client can learn of withheld values; the first is usual. */
const withheldForms = ['null', 'error', 'reject'] as const;

/** How much of its receipt an answer has: all of it, or the id with which `accessReceipt` gives the rest. The first is usual. */
const receiptForms = ['full', 'id'] as const;

/** The headers that the gateway reads in addition to Authorization. */
export interface PrivacyHeaders extends PurposeHeaders {
  /** How the client wants to learn of withheld values. */
  readonly withheld: (typeof withheldForms)[number];
  /** How much of the plan the answer reports. */
  readonly report: ReportLevel;
  /** How much of its receipt the answer has. */
  readonly receipt: (typeof receiptForms)[number];
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
  const choice = <Choice extends string>(name: string, [usual, ...others]: readonly [Choice, ...Choice[]]): Choice => {
    const given = one(name) ?? usual;
    const chosen = [usual, ...others].find((value) => value === given);
    if (chosen === undefined) throw new PrivacyError('HEADER_INVALID');
    return chosen;
  };
  return {
    purpose: one('privacy-purpose'),
    case: one('privacy-case'),
    withheld: choice('privacy-withheld', withheldForms),
    report: choice('privacy-report', reportLevels),
    receipt: choice('privacy-receipt', receiptForms),
  };
}
