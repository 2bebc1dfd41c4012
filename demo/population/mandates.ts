import type { DataCategory } from '../../src/town/shared/graphql/generated/schema.ts';
import { partnerRoles, partners } from '../../src/town/policy/partners/partners.ts';
import { grants } from '../../src/town/policy/lines/grants.ts';
import type { PartnerRole } from '../../src/town/policy/words/roles.ts';
import { demoPartners, type DemoPartner } from '../partners.ts';
import { cast, matters } from '../personas.ts';
import type { Batch } from './batch.ts';
import { daysAgo, yearsAfter } from './dates.ts';

type CastMandate = DemoPartner['mandate'] & {
  readonly role: PartnerRole;
  /** The number of officers who have approved it; undefined: as many as its kind needs. */
  readonly approvals?: number;
  readonly expired?: boolean;
  readonly revoked?: boolean;
};

/** The officers who approve mandates; another one records them. */
const approvers = [cast.privacyOfficer2, cast.privacyOfficer3];

const order = (id: string, reference: string, rest: Partial<CastMandate> = {}): CastMandate => ({
  ...demoPartners.LAW_ENFORCEMENT.mandate,
  role: 'LAW_ENFORCEMENT',
  id,
  reference,
  ...rest,
});

const mandates: readonly CastMandate[] = [
  ...partnerRoles.map((role): CastMandate => ({ role, ...demoPartners[role].mandate })),
  order(matters.protectedOrder, 'KB-1109', {
    categories: ['NAME', 'INITIALS', 'TELEPHONE', 'TELEPHONE_HINT', 'ADDRESS', 'LOCALITY', 'HOUSEHOLD', 'SUPPORT_HISTORY'],
    subjects: [cast.protectedPerson, cast.protectedChild],
  }),
  order(matters.expiredOrder, 'KB-0820', { expired: true }),
  order(matters.revokedOrder, 'KB-0977', { revoked: true }),
  order(matters.halfApprovedOrder, 'KB-1140', { approvals: 1 }),
];

/** Adds the cast's mandates, their data subjects in the cast, and their approvals. */
export function addMandates(batch: Batch, now: Date): void {
  for (const { id, role, reference, issuer, subjects, categories, approvals, expired = false, revoked = false } of mandates) {
    const partner = partners[role];
    batch.add('recreation.mandate', {
      id,
      kind: partner.mandateKind,
      reference,
      issuer,
      partner_id: demoPartners[role].id,
      purpose: partner.purpose,
      categories: categories ?? grantedTo(role),
      valid_from: daysAgo(now, expired ? 400 : 60),
      valid_until: expired ? daysAgo(now, 35) : yearsAfter(now, 2).toISOString(),
      recorded_by: cast.privacyOfficer,
      recorded_at: daysAgo(now, expired ? 402 : 62),
      revoked_at: revoked ? daysAgo(now, 20) : null,
      revoked_by: revoked ? cast.privacyOfficer2 : null,
      revocation_reason: revoked ? 'The court set the order aside.' : null,
    });
    for (const resident_id of subjects) batch.add('recreation.mandate_subject', { mandate_id: id, resident_id });
    for (const employee_id of approvers.slice(0, approvals ?? partner.approvals)) {
      batch.add('recreation.mandate_approval', { mandate_id: id, employee_id, approved_at: daysAgo(now, expired ? 401 : 61) });
    }
  }
}

/** All categories that the policy grants to a partner role. */
function grantedTo(role: PartnerRole): readonly DataCategory[] {
  return [...new Set(grants.filter((grant) => grant.role === role).flatMap(({ categories }) => categories))];
}
