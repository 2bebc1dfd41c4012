/** The codes that can have a reason. A reason that would reveal something withheld is omitted: see the end of docs/errors.md. */
export type ReasonedCode = 'CONFLICT' | 'NOT_FOUND' | 'CASE_UNKNOWN' | 'FIELD_NOT_PERMITTED' | 'INPUT_INVALID' | 'ACT_BUDGET_SPENT';

/** The values of `extensions.reason`: for each, the codes that can have it and its meaning. docs/errors.md is generated from them. */
export type Reasons = Readonly<Record<string, readonly [codes: readonly ReasonedCode[], sentence: string]>>;

/** The reasons of the gateway itself. */
export const reasons = {
  PURPOSE_MISSING: [['CASE_UNKNOWN'], 'A case requires a purpose.'],
  OTHER_CASE_IN_TOKEN: [['CASE_UNKNOWN'], 'The token is bound to another case.'],
  OTHER_PURPOSE: [['CASE_UNKNOWN', 'FIELD_NOT_PERMITTED'], 'The role needs another purpose for this, or the case has another purpose.'],
  OTHER_ROLE: [['FIELD_NOT_PERMITTED'], 'The role is not permitted to use the field for any purpose.'],
  NOT_IN_AUTHORITY: [['FIELD_NOT_PERMITTED'], 'The authority does not include the category of the field.'],
  NOT_IN_REGISTRATION: [['FIELD_NOT_PERMITTED'], 'The registration of the partner’s client does not include the category of the field.'],
  NOT_IN_TOKEN: [['FIELD_NOT_PERMITTED'], 'The token does not include the category of the field.'],
  FORMAT: [['INPUT_INVALID'], 'A value does not have the expected form. `extensions.expected` has the form by coordinate.'],
  MISSING: [['INPUT_INVALID'], 'The coordinate is required here.'],
  NOT_HERE: [['INPUT_INVALID'], 'The coordinate cannot be combined with the rest of the input.'],
} as const satisfies Reasons;

/** An application adds its own, by declaration merging: `declare module '…/error-reasons.ts' { interface OwnReasons { reason: 'LATE' } }`. */
// oxlint-disable-next-line typescript/no-empty-object-type -- an application augments it
export interface OwnReasons {}

/** The reason for an error code. It never depends on anything that is withheld from the principal. */
export type ErrorReason = keyof typeof reasons | (OwnReasons extends { readonly reason: infer Own extends string } ? Own : never);
