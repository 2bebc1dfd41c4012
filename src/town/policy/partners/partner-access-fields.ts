/** Root fields by which officers give access to partners, and let it go on: each needs a fresh proof, see `assurance.ts`. */
export const givesAccess = [
  'Mutation.recordMandate',
  'Mutation.approveMandate',
  'Mutation.reconfirmMandate',
  'Mutation.registerPartnerClient',
  'Mutation.approvePartnerClient',
  'Mutation.resumePartnerClient',
  'Mutation.replacePartnerClientKeys',
  'Mutation.approvePartnerClientChange',
] as const;

/** Root fields by which officers take it away, or that change nothing of it: these take no more than the role. */
export const endsAccess = [
  'Mutation.revokeMandate',
  'Mutation.suspendPartnerClient',
  'Mutation.withdrawPartnerClientKey',
  'Mutation.changePartnerClientContact',
  'Mutation.endPartnerClient',
] as const;
