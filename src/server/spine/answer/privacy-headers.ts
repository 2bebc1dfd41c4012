import { PrivacyError } from '../../../platform/errors/errors.ts';
import type { PurposeHeaders } from '../../../engine/purpose/declare-purpose.ts';
import type { WithheldItem } from '../../../engine/plan/operation-plan.ts';

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

/** How much of the plan an answer reports: what is certainly withheld, also what depends on the data subject, or nothing. The first is usual. */
export const reportLevels = ['withheld', 'full', 'none'] as const;
export type ReportLevel = (typeof reportLevels)[number];

/** A coordinate with all of its places in the operation. */
export interface ReportedItem {
  readonly coordinate: string;
  /** Response names with `*` in place of list indexes. */
  readonly paths: (readonly string[])[];
  /** Why it is withheld; undefined: it depends on the data subject. */
  readonly reason?: string;
}

/** The part of a plan that an answer reports. */
export interface PrivacyReport {
  /** Withheld whatever the relationship to the data subject. */
  readonly withheld?: readonly ReportedItem[];
  /** Withheld unless the relationship to the data subject permits it. */
  readonly conditional?: readonly ReportedItem[];
}

/** Reports what a plan withholds, or may withhold: one item for each coordinate. It is the same for hidden, absent and empty. */
export function privacyReport(items: readonly WithheldItem[], level: ReportLevel): PrivacyReport {
  if (level === 'none') return {};
  const certain = items.filter(({ reason }) => reason !== 'RELATIONSHIP_REQUIRED');
  const withheld = grouped(certain, ({ reason }) => ({ reason }));
  if (level === 'withheld') return { withheld };
  return {
    withheld,
    conditional: grouped(
      items.filter(({ reason }) => reason === 'RELATIONSHIP_REQUIRED'),
      () => ({}),
    ),
  };
}

function grouped(items: readonly WithheldItem[], more: (item: WithheldItem) => { readonly reason?: string }): readonly ReportedItem[] {
  const found = new Map<string, ReportedItem>();
  for (const item of items) {
    const key = `${item.coordinate} ${item.reason}`;
    const known = found.get(key);
    if (known) known.paths.push(item.path);
    else found.set(key, { coordinate: item.coordinate, paths: [item.path], ...more(item) });
  }
  return [...found.values()];
}
