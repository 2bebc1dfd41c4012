/** The codes that can have a reason. Where a reason would tell something withheld, there is none: see the notes at the end of docs/errors.md. */
type ReasonedCode = 'CONFLICT' | 'NOT_FOUND' | 'CASE_UNKNOWN' | 'FIELD_NOT_PERMITTED' | 'INPUT_INVALID';

/** Every `extensions.reason`: the codes that it goes with, and what it says. docs/errors.md is made of it. */
export const reasons = {
  ENCOUNTER_ENDED: [['CONFLICT', 'CASE_UNKNOWN'], 'The encounter is the employee’s own, and has ended or was idle for too long.'],
  ANSWERS_NOT_CHECKED: [
    ['CONFLICT'],
    'The employee compared no answers of this person in the last ten minutes that matched, or has begun an encounter with them already.',
  ],
  ENCOUNTER_BEGUN: [['CONFLICT'], 'The employee begins another encounter at the same time.'],
  TICKET_CLOSED: [['CONFLICT', 'CASE_UNKNOWN'], 'The ticket is closed.'],
  TICKET_OPEN: [['CONFLICT'], 'The ticket is open already.'],
  REQUEST_ANSWERED: [['CONFLICT', 'CASE_UNKNOWN'], 'The privacy request is answered.'],
  REQUEST_WITHDRAWN: [['CONFLICT', 'CASE_UNKNOWN'], 'The privacy request is withdrawn.'],
  REQUEST_OPEN: [['CONFLICT'], 'The privacy request is open already.'],
  ANSWERED_LONG_AGO: [['CONFLICT'], 'The privacy request was answered too long ago to be opened again by the person: file another one.'],
  SENDER_WITHOUT_ACCOUNT: [['CONFLICT'], 'The sender of the privacy request has no account, and could not read a message.'],
  TOO_YOUNG: [['CONFLICT'], 'The resident is younger than the service asks for. Only for those who may see the age band.'],
  MORE_THAN_OWED: [
    ['CONFLICT'],
    'The payment is more than the resident owes, or than is left to pay of the purchase. Only for those who may see the balance.',
  ],
  ALREADY_REGISTERED: [['CONFLICT'], 'The principal is on record already.'],
  ID_TAKEN: [['CONFLICT'], 'The principal’s id is that of an employee or a partner.'],
  MANDATE_OVER: [['CONFLICT'], 'The mandate is revoked, or past its last day.'],
  NOTHING_TO_RECONFIRM: [['CONFLICT'], 'The mandate names its end, or others must still approve it.'],
  CLIENT_ENDED: [['CONFLICT'], 'The client of the partner has ended.'],
  CLIENT_NOT_IN_FORCE: [['CONFLICT'], 'The client of the partner is suspended already, or not approved yet.'],
  CLIENT_NOT_SUSPENDED: [['CONFLICT'], 'The client of the partner is not suspended.'],
  KEY_WITHDRAWN: [['CONFLICT'], 'One of the keys was withdrawn: a withdrawn key, or another one with its id, is never believed again.'],
  OTHER_PROPOSAL: [['CONFLICT'], 'Another change of the client was proposed since.'],
  OWN_PROPOSAL: [['CONFLICT'], 'Another employee than the one who recorded or proposed it must approve it.'],
  ALREADY_APPROVED: [['CONFLICT'], 'The officer has approved it already.'],
  NOTHING_TO_APPROVE: [['CONFLICT'], 'No later end of the seal, or no role of the employee, awaits approval.'],
  NOT_INDEPENDENT: [
    ['CONFLICT'],
    'One of the two brought the other in, or the same administrator brought in both, within the last 90 days: somebody else must approve it.',
  ],
  ERASURE_LAPSED: [['CONFLICT'], 'The erasure was not approved within 30 days. Propose another one.'],
  NOT_ERASABLE: [['CONFLICT'], 'One of the entries is a read of the officer, or records an erasure: neither is erased by that officer.'],
  SEAL_AWAITS_APPROVAL: [['CONFLICT'], 'Another later end of the seal awaits approval.'],
  SEAL_ENDED: [['CONFLICT'], 'No seal is in effect, so it can be neither extended nor approved.'],
  SEAL_LAPSED: [['CONFLICT'], 'The seal was not approved in time. Record another mandate.'],
  OWN_RECORD: [['CONFLICT'], 'Another administrator must change the record of an administrator.'],
  ADMINISTRATORS_NEEDED: [['CONFLICT'], 'Two administrators must always be able to act: invite another one first.'],
  EMPLOYEE_LEFT: [['CONFLICT'], 'The access of the employee has ended already.'],
  INVITATION_ACCEPTED: [['CONFLICT'], 'The employee has accepted the invitation already, or was never invited.'],
  WORK_EMAIL_TAKEN: [['CONFLICT'], 'Another employee has this mail address at work.'],
  ROLES_CHANGED: [['CONFLICT'], 'The employee has, or awaits, other roles by now than those that were to be confirmed or approved.'],
  REVIEWS_LOG: [['CONFLICT', 'INPUT_INVALID'], 'An employee who reviews the access log is a privacy officer and has no other role.'],
  PURPOSE_TEXT_CHANGED: [['CONFLICT'], 'The text of the purpose is another one by now: show that one.'],
  STATEMENT_CHANGED: [['CONFLICT'], 'Another version of the privacy statement is in force: show that one.'],
  IDEMPOTENCY_KEY_REUSED: [['CONFLICT'], 'The idempotency key was used for another change.'],

  CLAIM_CODE_MISSING: [['CONFLICT'], 'No colleague has handed out a code for the resident that can still be used.'],
  OWN_CODE: [['CONFLICT'], 'Another employee than the one who handed out the code must confirm it.'],
  CONFIRMER_CONNECTED: [
    ['CONFLICT'],
    'The employee is connected with the one who handed out the code: one brought the other in lately, the same administrator both, or they share a home.',
  ],
  CONFIRMER_WITHOUT_ACCOUNT: [['CONFLICT'], 'The employee has no account here to which the other code could be mailed.'],
  CLAIM_CONTESTED: [['CONFLICT'], 'The claim is contested already: the privacy office has the request.'],
  CLAIM_MISSING: [['CONFLICT'], 'No account has claimed the record by codes, or there is neither a claim nor a code to contest.'],
  CLAIM_UNCONTESTED: [
    ['CONFLICT'],
    'This request does not contest the claim. The person contests it by the link of a mail or at a counter.',
  ],

  COLLEAGUE_UNKNOWN: [['NOT_FOUND'], 'No colleague with that duty has this id.'],
  SERVICE_UNKNOWN: [['NOT_FOUND'], 'The catalogue has no such service.'],
  KEY_UNKNOWN: [['NOT_FOUND'], 'The client has no key with this id.'],
  NOT_THE_CASE: [['NOT_FOUND'], 'Only the declared case itself can be changed.'],

  PURPOSE_MISSING: [['CASE_UNKNOWN'], 'A case needs a purpose.'],
  OTHER_CASE_IN_TOKEN: [['CASE_UNKNOWN'], 'The token is bound to another case.'],
  OTHER_PURPOSE: [['CASE_UNKNOWN', 'FIELD_NOT_PERMITTED'], 'The role may do it for another purpose; the case is for another purpose.'],
  OTHER_ROLE: [['FIELD_NOT_PERMITTED'], 'The role may not use the field for any purpose.'],
  NOT_IN_AUTHORITY: [['FIELD_NOT_PERMITTED'], 'The mandate does not name the category that the field needs.'],
  NOT_IN_REGISTRATION: [
    ['FIELD_NOT_PERMITTED'],
    'The registration of the partner’s client does not allow the category that the field needs.',
  ],
  NOT_IN_TOKEN: [['FIELD_NOT_PERMITTED'], 'The token does not name the category that the field needs.'],
  AGE_WITHHELD: [
    ['FIELD_NOT_PERMITTED'],
    'The service has a minimum age, and the age may not be seen for this purpose: the sale would tell it.',
  ],
  ACCOUNT_NEEDED: [['FIELD_NOT_PERMITTED'], 'Without an account, only a question, a comment or a complaint can be filed.'],

  FORMAT: [['INPUT_INVALID'], 'A value does not have the expected form: `extensions.expected` says which, by coordinate.'],
  MISSING: [['INPUT_INVALID'], 'The coordinate is needed here.'],
  NOT_HERE: [['INPUT_INVALID'], 'The coordinate can’t be given together with the rest of the input.'],
  PAGE_SIZE: [['INPUT_INVALID'], 'A page has 1 to 100 rows.'],
  NOT_LATER: [['INPUT_INVALID'], 'The new end must be later than the present one.'],
  OTHER_MAIL_DOMAIN: [['INPUT_INVALID'], 'Invitations go to the municipality’s own mail domains only.'],
  OTHER_PARTNER_ROLE: [['INPUT_INVALID'], 'Mandates of this kind are for partners of another role.'],
  TREE_SIZE: [['INPUT_INVALID'], 'There is no proof between these sizes of the tree.'],
} as const satisfies Record<string, readonly [codes: readonly ReasonedCode[], sentence: string]>;

/** Why, under a code. It never depends on anything that the principal may not see. */
export type ErrorReason = keyof typeof reasons;
