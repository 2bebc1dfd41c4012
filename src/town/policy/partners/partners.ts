import type { MandateKind, Purpose } from '../../shared/graphql/generated/schema.ts';
import type { PartnerRole } from '../words/roles.ts';

/** An organisation outside the municipality, without its grants: these are in `town/policy/lines/grants/partners.ts`. */
export interface Partner {
  /** The partner in a sentence: “a collection agency”. */
  readonly noun: string;
  /** The one purpose that it can declare. No other role has it. */
  readonly purpose: Purpose;
  /** The purpose's W3C DPV 2.3 term; see `town/policy/words/purposes.ts` for the prefixes. */
  readonly term: string;
  /** The purpose as an activity: “collecting an overdue debt”. */
  readonly sentence: string;
  /** The one kind of mandate that it can be given. */
  readonly mandateKind: MandateKind;
  /** How many privacy officers other than the one who records it must approve a mandate. */
  readonly approvals: 1 | 2;
  /** Whether a mandate names its data subjects; otherwise it covers all data subjects in the access log. */
  readonly namesSubjects: boolean;
  /** Whether data subjects learn of reads under a mandate only later, where a court says so (clause `police`). */
  readonly canBeSealed: boolean;
  /** A condition on a data subject whom a mandate names. While it does not hold, the mandate does not cover them. */
  readonly onlyWhile: 'CREDIT_CHECK_OPEN' | 'OVERDUE_AND_ASSIGNED' | undefined;
  /** The clause of the privacy statement that speaks of it. */
  readonly clause: string;
  /** The read budget: distinct data subjects for one principal in a clock hour, and in a day of the municipality. */
  readonly budget: { readonly perHour: number; readonly perDay: number };
}

/** One row for each partner role of the schema. A role without a row does not compile, nor does a row without a role. */
const rows = {
  MAINTENANCE_AGENT: {
    noun: 'a maintenance agent',
    purpose: 'MAINTENANCE',
    term: 'dpv:TechnicalServiceProvision',
    sentence: 'maintaining the system',
    mandateKind: 'WORK_ORDER',
    approvals: 1,
    namesSubjects: true,
    canBeSealed: false,
    onlyWhile: undefined,
    clause: 'agents',
    budget: { perHour: 50, perDay: 200 },
  },
  CREDIT_REPORTING_AGENCY: {
    noun: 'a credit reporting agency',
    purpose: 'CREDIT_VERIFICATION',
    term: 'fin:CreditChecking',
    sentence: 'verifying credit',
    mandateKind: 'CREDIT_CHECK',
    approvals: 1,
    namesSubjects: true,
    canBeSealed: false,
    onlyWhile: 'CREDIT_CHECK_OPEN',
    clause: 'credit',
    budget: { perHour: 50, perDay: 200 },
  },
  COLLECTION_AGENCY: {
    noun: 'a collection agency',
    purpose: 'DEBT_COLLECTION',
    term: 'fin:DebtManagement',
    sentence: 'collecting an overdue debt',
    mandateKind: 'DEBT_ASSIGNMENT',
    approvals: 1,
    namesSubjects: true,
    canBeSealed: false,
    onlyWhile: 'OVERDUE_AND_ASSIGNED',
    clause: 'collections',
    budget: { perHour: 100, perDay: 400 },
  },
  LAW_ENFORCEMENT: {
    noun: 'law enforcement',
    purpose: 'LEGAL_DEMAND',
    term: 'dpv:LegalCompliance',
    sentence: 'complying with a legal demand',
    mandateKind: 'COURT_ORDER',
    approvals: 2,
    namesSubjects: true,
    canBeSealed: true,
    onlyWhile: undefined,
    clause: 'police',
    budget: { perHour: 100, perDay: 400 },
  },
  CONTROL_AGENCY: {
    noun: 'a control agency',
    purpose: 'CONTROL_AUDIT',
    term: 'ntk:ControlAudit',
    sentence: 'auditing the municipality',
    mandateKind: 'AUDIT_ENGAGEMENT',
    approvals: 1,
    namesSubjects: false,
    canBeSealed: false,
    onlyWhile: undefined,
    clause: 'control',
    // Under pseudonyms; an audit reads much of the log.
    budget: { perHour: 2_000, perDay: 10_000 },
  },
} as const satisfies Readonly<Record<PartnerRole, Partner>>;

type PartnerRow = (typeof rows)[keyof typeof rows];

/** The row of each partner role. */
export const partners = rows as Readonly<Record<PartnerRole, PartnerRow>>;

export const partnerRoles = Object.keys(rows) as readonly PartnerRole[];

/** The purposes that only partners declare. */
export type PartnerPurpose = PartnerRow['purpose'];

/** The partner of a role; undefined for the roles inside the municipality and for strangers. */
export function partnerOf(role: string): Partner | undefined {
  return Object.hasOwn(rows, role) ? partners[role as PartnerRole] : undefined;
}

/** Gives each partner role a value. */
export function perPartner<Value>(valueOf: (partner: Partner, role: PartnerRole) => Value): Record<PartnerRole, Value> {
  return Object.fromEntries(partnerRoles.map((role) => [role, valueOf(partners[role], role)])) as Record<PartnerRole, Value>;
}

type PartnerOfKind = Partner & { readonly role: PartnerRole };

/** The partner role and its row by kind of mandate. A kind that no row has does not compile. */
export const mandateKinds: Readonly<Record<MandateKind, PartnerOfKind>> = Object.fromEntries(
  partnerRoles.map((role) => [partners[role].mandateKind, { role, ...partners[role] }]),
) as Record<PartnerRow['mandateKind'], PartnerOfKind>;
