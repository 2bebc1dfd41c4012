import type { PostingRules } from '../../../log/store/numbering/postings.ts';
import { partnerRoles, partners } from '../../policy/partners/partners.ts';

/** Which reads can be sealed: those under orders (clause `police`), and what `seals.ts` must check. */
export const postingRules: PostingRules = {
  sealableRoles: partnerRoles.filter((role) => partners[role].canBeSealed),
  checkedPurposes: ['ACCESS_REVIEW', 'CONTROL_AUDIT', 'MANDATE_ADMINISTRATION'],
};
