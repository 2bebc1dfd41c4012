/** The codes that can have a reason. Where a reason would tell something withheld, there is none: see the notes at the end of docs/errors.md. */
export type ReasonedCode = 'CONFLICT' | 'NOT_FOUND' | 'CASE_UNKNOWN' | 'FIELD_NOT_PERMITTED' | 'INPUT_INVALID' | 'ACT_BUDGET_SPENT';

/** `extensions.reason`: the codes that it goes with, and what it says. docs/errors.md is made of it. */
export type Reasons = Readonly<Record<string, readonly [codes: readonly ReasonedCode[], sentence: string]>>;

/** The reasons of the gateway itself. */
export const reasons = {
  PURPOSE_MISSING: [['CASE_UNKNOWN'], 'A case needs a purpose.'],
  OTHER_CASE_IN_TOKEN: [['CASE_UNKNOWN'], 'The token is bound to another case.'],
  OTHER_PURPOSE: [['CASE_UNKNOWN', 'FIELD_NOT_PERMITTED'], 'The role may do it for another purpose; the case is for another purpose.'],
  OTHER_ROLE: [['FIELD_NOT_PERMITTED'], 'The role may not use the field for any purpose.'],
  NOT_IN_AUTHORITY: [['FIELD_NOT_PERMITTED'], 'The authority does not name the category that the field needs.'],
  NOT_IN_REGISTRATION: [
    ['FIELD_NOT_PERMITTED'],
    'The registration of the partner’s client does not allow the category that the field needs.',
  ],
  NOT_IN_TOKEN: [['FIELD_NOT_PERMITTED'], 'The token does not name the category that the field needs.'],
  FORMAT: [['INPUT_INVALID'], 'A value does not have the expected form: `extensions.expected` says which, by coordinate.'],
  MISSING: [['INPUT_INVALID'], 'The coordinate is needed here.'],
  NOT_HERE: [['INPUT_INVALID'], 'The coordinate can’t be given together with the rest of the input.'],
} as const satisfies Reasons;

/** An application adds its own, by declaration merging: `declare module '…/error-reasons.ts' { interface OwnReasons { reason: 'LATE' } }`. */
// oxlint-disable-next-line typescript/no-empty-object-type -- an application augments it
export interface OwnReasons {}

/** Why, under a code. It never depends on anything that the principal may not see. */
export type ErrorReason = keyof typeof reasons | (OwnReasons extends { readonly reason: infer Own extends string } ? Own : never);
