import type { Standpoint } from 'need-to-know/testing';

const ann = 'a0000000-0000-4000-8000-000000000001';
const ben = 'a0000000-0000-4000-8000-000000000002';
/** For whom each relationship and condition must hold: the gateway and its evidence read them with the same SQL, so this says what is right. */
const related = (self: string[], treated: string[] = [], claimed: string[] = []) => ({
  SELF: self,
  IN_TREATMENT: treated,
  CLAIMANT: claimed,
});

const conditions = { CONSENTS_TO_RESEARCH: [ann] };

const as = (who: string, related: Standpoint['related'], purpose?: string, treatment?: string): Standpoint => ({
  name: [who, purpose, treatment].filter((part) => part !== undefined).join(' '),
  related,
  conditions,
  headers: {
    authorization: `Bearer ${who}`,
    ...(purpose !== undefined && { 'privacy-purpose': purpose }),
    ...(treatment !== undefined && { 'privacy-case': `c0000000-0000-4000-8000-00000000000${treatment}` }),
  },
});

/** From where the evidence asks: each role, with and without what makes its need to know. */
export default [
  { name: 'a visitor', headers: {}, related: related([]), conditions },
  as('ann', related([ann])),
  as('ben', related([ben])),
  as('physician', related([], [ann]), 'TREATMENT', '1'),
  as('physician', related([]), 'TREATMENT'),
  as('clerk', related([]), 'BILLING'),
  as('researcher', related([]), 'RESEARCH'),
  as('insurer', related([], [], [ann]), 'CLAIMS'),
  as('insurer-of-another', related([]), 'CLAIMS'),
];
