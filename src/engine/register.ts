import type { ErrorReason } from '../platform/errors/error-reasons.ts';

/**
 * The types that an application registers, by declaration merging: `declare module '…/engine/register.ts' { interface Register { role:
 * 'MEMBER' | 'COACH' } }`. A member that is not registered is any string.
 */
// oxlint-disable-next-line typescript/no-empty-object-type -- an application augments it
export interface Register {}

type Registered<Member extends string> = Register extends Readonly<Record<Member, infer Name extends string>> ? Name : string;

/** The acting principal. */
export type Role = Registered<'role'>;
/** Why a principal acts. */
export type Purpose = Registered<'purpose'>;
/** A kind of personal data. */
export type DataCategory = Registered<'category'>;
/** How a principal stands to a data subject. */
export type Relationship = Registered<'relationship'>;
/** Which rows a root field can return. */
export type RowScope = Registered<'scope'>;
/** A fact about a data subject, beyond the relationship, that decisions can depend on. */
export type Condition = Registered<'condition'>;
/** An act whose number a budget limits for each principal. Its name is also the reason of the refusal. */
export type Act = Registered<'act'> & ErrorReason;
/** A clause of the privacy statement. */
export type Clause = Registered<'clause'>;
/** The dependencies that an application gives its own resolvers. */
export type ApplicationParts = Register extends { readonly parts: infer Parts } ? Parts : unknown;
