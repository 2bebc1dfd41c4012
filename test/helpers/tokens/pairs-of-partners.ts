import { demoPartners } from '../../../demo/partners.ts';
import { partnerRoles } from '../../../src/town/policy/partners/partners.ts';
import type { PartnerRole } from '../../../src/town/policy/words/roles.ts';

/** A partner with a mandate. */
export interface Party {
  readonly name: string;
  readonly role: PartnerRole;
  readonly partnerId: string;
  readonly mandate: string;
}

/** Two partners of each role: that of the demo, and one with a copy of its mandate. */
export const parties = partnerRoles.flatMap((role, at): Party[] => [
  { name: demoPartners[role].persona, role, partnerId: demoPartners[role].id, mandate: demoPartners[role].mandate.id },
  {
    name: `another ${demoPartners[role].persona}`,
    role,
    partnerId: `3f000000-0000-4000-8000-00000000000${at}`,
    mandate: `7f000000-0000-4000-8000-00000000000${at}`,
  },
]);
