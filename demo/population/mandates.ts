import type { DataCategory, MandateKind, Purpose, Role } from '../../src/generated/schema.ts';
import { grants } from '../../src/policy/grants.ts';
import type { Batch } from './batch.ts';
import { daysAgo, yearsAfter } from './dates.ts';
import { cast, matters } from '../personas.ts';

interface CastMandate {
  readonly id: string;
  readonly kind: MandateKind;
  readonly reference: string;
  readonly issuer: string;
  readonly partner: string;
  readonly purpose: Purpose;
  readonly categories: readonly DataCategory[];
  readonly subjects: readonly string[];
  readonly approvedBy: readonly string[];
  readonly expired?: boolean;
  readonly revoked?: boolean;
}

const oneOther = [cast.privacyOfficer2] as const;
const twoOthers = [cast.privacyOfficer2, cast.privacyOfficer3] as const;
const municipality = 'Recreation Department';

const order = (id: string, reference: string, rest: Partial<CastMandate> = {}): CastMandate => ({
  id,
  kind: 'COURT_ORDER',
  reference,
  issuer: 'Court of King’s Bench',
  partner: cast.police,
  purpose: 'LEGAL_DEMAND',
  categories: ['NAME', 'INITIALS', 'BIRTH_DATE', 'ADDRESS', 'LOCALITY'],
  subjects: [cast.resident],
  approvedBy: twoOthers,
  ...rest,
});

const mandates: readonly CastMandate[] = [
  {
    id: matters.workOrder,
    kind: 'WORK_ORDER',
    reference: 'WO-4417',
    issuer: municipality,
    partner: cast.maintenanceFirm,
    purpose: 'MAINTENANCE',
    categories: grantedTo('MAINTENANCE_AGENT'),
    subjects: [cast.resident, cast.neighbour, cast.protectedPerson],
    approvedBy: oneOther,
  },
  {
    id: matters.creditCheck,
    kind: 'CREDIT_CHECK',
    reference: 'CC-0902',
    issuer: municipality,
    partner: cast.creditBureau,
    purpose: 'CREDIT_VERIFICATION',
    categories: grantedTo('CREDIT_REPORTING_AGENCY'),
    // The neighbour's and the guardian's check is closed.
    subjects: [cast.resident, cast.housemate, cast.guardian, cast.neighbour, cast.protectedPerson],
    approvedBy: oneOther,
  },
  {
    id: matters.debtAssignment,
    kind: 'DEBT_ASSIGNMENT',
    reference: 'DA-2231',
    issuer: municipality,
    partner: cast.collectionAgency,
    purpose: 'DEBT_COLLECTION',
    categories: grantedTo('COLLECTION_AGENCY'),
    // The neighbour is not overdue; the guardian is, and not assigned.
    subjects: [cast.resident, cast.guardian, cast.neighbour, cast.protectedPerson, cast.estrangedParent],
    approvedBy: oneOther,
  },
  order(matters.courtOrder, 'KB-1108'),
  order(matters.protectedOrder, 'KB-1109', {
    categories: ['NAME', 'INITIALS', 'TELEPHONE', 'TELEPHONE_HINT', 'ADDRESS', 'LOCALITY', 'HOUSEHOLD', 'SUPPORT_HISTORY'],
    subjects: [cast.protectedPerson, cast.protectedChild],
  }),
  {
    id: matters.auditEngagement,
    kind: 'AUDIT_ENGAGEMENT',
    reference: 'AE-0007',
    issuer: 'Office of the Auditor',
    partner: cast.auditor,
    purpose: 'CONTROL_AUDIT',
    categories: grantedTo('CONTROL_AGENCY'),
    subjects: [],
    approvedBy: oneOther,
  },
  order(matters.expiredOrder, 'KB-0820', { expired: true }),
  order(matters.revokedOrder, 'KB-0977', { revoked: true }),
  order(matters.halfApprovedOrder, 'KB-1140', { approvedBy: oneOther }),
];

/** Adds the cast's mandates with the subjects that are of the cast, and their approvals. */
export function addMandates(batch: Batch, now: Date): void {
  for (const { id, partner, subjects, approvedBy, expired = false, revoked = false, ...mandate } of mandates) {
    batch.add('recreation.mandate', {
      id,
      kind: mandate.kind,
      reference: mandate.reference,
      issuer: mandate.issuer,
      partner_id: partner,
      purpose: mandate.purpose,
      categories: mandate.categories,
      valid_from: daysAgo(now, expired ? 400 : 60),
      valid_until: expired ? daysAgo(now, 35) : yearsAfter(now, 2).toISOString(),
      recorded_by: cast.privacyOfficer,
      recorded_at: daysAgo(now, expired ? 402 : 62),
      revoked_at: revoked ? daysAgo(now, 20) : null,
    });
    for (const resident_id of subjects) batch.add('recreation.mandate_subject', { mandate_id: id, resident_id });
    for (const employee_id of approvedBy) {
      batch.add('recreation.mandate_approval', { mandate_id: id, employee_id, approved_at: daysAgo(now, expired ? 401 : 61) });
    }
  }
}

/** All that the policy lets such a partner see under a mandate. */
function grantedTo(role: Role): readonly DataCategory[] {
  const granted = grants.filter((grant) => grant.role === role && grant.relationship === 'MANDATE');
  return [...new Set(granted.flatMap(({ categories }) => categories))];
}
