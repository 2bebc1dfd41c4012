import type { ErrorReason } from '../platform/errors/error-reasons.ts';

/**
 * The types that an application registers, by declaration merging: `declare module '…/engine/register.ts' { interface Register { role:
 * 'MEMBER' | 'COACH' } }`. A member that is not registered is any string. Fixed words, which an application uses where it has the thing:
 * - relationship `NONE`; condition `CATEGORY_NAMED`, which the engine sets; role `ERASER`, in entries of the log's commands;
 * - category `EXISTENCE`, whose inputs do not count as a search;
 * - `ANYBODY`, the role in lines of every role; the kinds of holders of roles and of data subjects of scopes (`vocabulary.ts`);
 * - acts: the reasons of errors with their names; `SELF`, `GUARDIAN` and `EMPLOYEE` in `ContactRules`;
 * - in the schema: `@personal`, `@impersonal`, `@dataSubject`, `@sameSubject`, `@purpose(is:)`, `@case(id:)`, the enum `DataCategory`;
 * - types with names that end with `Connection`, and their `edges` and `node`; the interface `Node` and `Query.node`;
 * - `Mutation.acknowledgePurpose`, which needs no acknowledged purpose; `AccessEntry`, which only the purpose of reviews may list whole;
 * - `Query.accessEntries(pseudonym:)` and `Query.disclosures(pseudonym:)`, where an error names them.
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
/** The manager of MikroORM's entities, for an application that has entities. */
export type ApplicationRecords = Register extends { readonly records: infer Records } ? Records : unknown;
