import type { MandateDetails } from './mandate-details.ts';

/** The details of a grant that a token response adds to the requested ones (RFC 9396, section 7.1). */
export interface Enrichment {
  /** The issuer of the mandate's legal authority. */
  readonly authority: string;
  /** The authority's own reference for it. */
  readonly reference: string;
  /** RFC 3339, in UTC: the mandate is in force from then on. */
  readonly not_before: string;
  /** RFC 3339, in UTC: it is no longer in force then. */
  readonly not_after: string;
  /** Distinct data subjects that may be shown in a clock hour and in a day of the municipality, to all tokens together. */
  readonly read_limit: { readonly per_hour: number; readonly per_day: number };
  /** The version of the policy, as access entries have it. */
  readonly policy_version: string;
  /** The permitted onward use of the data (clause `sharing`). */
  readonly onward_use: string;
}

/** Details as they are granted. */
export type GrantedDetails = MandateDetails & Enrichment;

/** The facts that a grant tells the partner. */
export interface GrantFacts {
  readonly issuer: string;
  readonly reference: string;
  readonly validFrom: Date;
  readonly validUntil: Date;
  readonly budget: { readonly perHour: number; readonly perDay: number };
  readonly policyVersion: string;
  readonly notice: string;
}

/** Enriches details that can be granted. Pure. */
export function enrichDetails(
  details: MandateDetails,
  { issuer, reference, validFrom, validUntil, budget, policyVersion, notice }: GrantFacts,
): GrantedDetails {
  return {
    ...details,
    authority: issuer,
    reference,
    not_before: validFrom.toISOString(),
    not_after: validUntil.toISOString(),
    read_limit: { per_hour: budget.perHour, per_day: budget.perDay },
    policy_version: policyVersion,
    onward_use: notice,
  };
}
