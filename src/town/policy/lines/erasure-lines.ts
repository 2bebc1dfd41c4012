/**
 * Two privacy officers together may have parts of the access log erased before their retention ends. One officer proposes it while
 * answering the person, and so names only entries that the person may see. Another officer, who need not have the request, approves it.
 * Neither can carry it out: only the operator's `erase-approved` can.
 */
export const erasureLines = [
  {
    fields: ['Mutation.proposeErasure'],
    role: 'PRIVACY_OFFICER',
    purposes: ['RIGHTS_FULFILMENT'],
    scope: 'OPEN_REQUEST',
    freshProof: true,
    clause: 'rights',
  },
  { fields: ['Query.erasuresToApprove'], role: 'PRIVACY_OFFICER', purposes: ['RIGHTS_FULFILMENT'], scope: 'ALL', clause: 'rights' },
  {
    fields: ['Mutation.approveErasure'],
    role: 'PRIVACY_OFFICER',
    purposes: ['RIGHTS_FULFILMENT'],
    scope: 'ALL',
    freshProof: true,
    clause: 'rights',
  },
] as const;
