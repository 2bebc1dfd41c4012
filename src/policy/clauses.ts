/** The privacy statement's clauses, as STATEMENT ids; every line of the policy names the one it comes from. */
export const clauses = [
  'authority',
  'contact',
  'identity',
  'willing',
  'helpdesk',
  'telemetry',
  'cookies',
  'access',
  'passwords',
  'sharing',
  'agents',
  'credit',
  'collections',
  'police',
  'control',
  'safeguards',
  'changes',
  'rights',
] as const;

export type Clause = (typeof clauses)[number];
