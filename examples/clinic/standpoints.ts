import type { Standpoint } from 'need-to-know/testing';

const as = (who: string, purpose?: string, treatment?: string): Standpoint => ({
  name: [who, purpose, treatment].filter((part) => part !== undefined).join(' '),
  headers: {
    authorization: `Bearer ${who}`,
    ...(purpose !== undefined && { 'privacy-purpose': purpose }),
    ...(treatment !== undefined && { 'privacy-case': `c0000000-0000-4000-8000-00000000000${treatment}` }),
  },
});

/** From where the evidence asks: each role, with and without what makes its need to know. */
export default [
  { name: 'a visitor', headers: {} },
  as('ann'),
  as('ben'),
  as('physician', 'TREATMENT', '1'),
  as('physician', 'TREATMENT'),
  as('clerk', 'BILLING'),
  as('researcher', 'RESEARCH'),
  as('insurer', 'CLAIMS'),
  as('insurer-of-another', 'CLAIMS'),
];
