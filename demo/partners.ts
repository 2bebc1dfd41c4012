import type { DataCategory } from '../src/town/shared/graphql/generated/schema.ts';
import type { PartnerRole } from '../src/town/policy/words/roles.ts';
import { residentIds } from './resident-ids.ts';

/** The demo's organisation for a partner role, and its mandate in force. */
export interface DemoPartner {
  readonly persona: string;
  /** The organisation's id. Ids of organisations begin with 3, ids of mandates with 7. */
  readonly id: string;
  readonly organisation: string;
  /** The `client_id` of its system. Ids of registrations begin with 9. */
  readonly clientId: string;
  readonly mandate: {
    readonly id: string;
    readonly reference: string;
    readonly issuer: string;
    /** Undefined: every category that the policy grants to the role. */
    readonly categories?: readonly DataCategory[];
    readonly subjects: readonly string[];
  };
}

const municipality = 'Recreation Department';
const { resident, neighbour, protectedPerson, guardian, housemate, estrangedParent } = residentIds;

/** One organisation for each partner role. A role without one does not compile. */
export const demoPartners: Readonly<Record<PartnerRole, DemoPartner>> = {
  MAINTENANCE_AGENT: {
    persona: 'maintenance-agent',
    id: '30000000-0000-4000-8000-000000000001',
    organisation: 'Prairie Systems Maintenance Ltd.',
    clientId: '90000000-0000-4000-8000-000000000001',
    mandate: {
      id: '70000000-0000-4000-8000-000000000001',
      reference: 'WO-4417',
      issuer: municipality,
      subjects: [resident, neighbour, protectedPerson],
    },
  },
  CREDIT_REPORTING_AGENCY: {
    persona: 'credit-agency',
    id: '30000000-0000-4000-8000-000000000002',
    organisation: 'Northern Credit Bureau Inc.',
    clientId: '90000000-0000-4000-8000-000000000002',
    mandate: {
      id: '70000000-0000-4000-8000-000000000002',
      reference: 'CC-0902',
      issuer: municipality,
      // The credit checks of the neighbour and the guardian are closed.
      subjects: [resident, housemate, guardian, neighbour, protectedPerson],
    },
  },
  COLLECTION_AGENCY: {
    persona: 'collection-agency',
    id: '30000000-0000-4000-8000-000000000003',
    organisation: 'Foothills Collections Ltd.',
    clientId: '90000000-0000-4000-8000-000000000003',
    mandate: {
      id: '70000000-0000-4000-8000-000000000003',
      reference: 'DA-2231',
      issuer: municipality,
      // The neighbour has no overdue debt. The guardian has an overdue debt that is not assigned.
      subjects: [resident, guardian, neighbour, protectedPerson, estrangedParent],
    },
  },
  LAW_ENFORCEMENT: {
    persona: 'police',
    id: '30000000-0000-4000-8000-000000000004',
    organisation: 'Regional Police Service',
    clientId: '90000000-0000-4000-8000-000000000004',
    mandate: {
      id: '70000000-0000-4000-8000-000000000004',
      reference: 'KB-1108',
      issuer: 'Court of King’s Bench',
      categories: ['NAME', 'INITIALS', 'BIRTH_DATE', 'ADDRESS', 'LOCALITY'],
      subjects: [resident],
    },
  },
  CONTROL_AGENCY: {
    persona: 'auditor',
    id: '30000000-0000-4000-8000-000000000005',
    organisation: 'Office of the Auditor',
    clientId: '90000000-0000-4000-8000-000000000005',
    mandate: {
      id: '70000000-0000-4000-8000-000000000006',
      reference: 'AE-0007',
      issuer: 'Office of the Auditor',
      subjects: [],
    },
  },
};
