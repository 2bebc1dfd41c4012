/** Root fields with which officers give partners access or extend it. Each needs a fresh proof, see `assurance.ts`. */
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

/** Root fields with which officers end access, or that do not change it. They need only the role. */
export const endsAccess = [
  'Mutation.revokeMandate',
  'Mutation.suspendPartnerClient',
  'Mutation.withdrawPartnerClientKey',
  'Mutation.changePartnerClientContact',
  'Mutation.endPartnerClient',
] as const;
