import type { Language } from '../platform/language/languages.ts';
import type { Reader } from '../engine/rows/reader.ts';
import type { Prohibition } from '../engine/policy/lines.ts';
import type { Statement } from '../engine/policy/statement.ts';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { OperationState } from '../engine/plan/operation-state.ts';
import type { Cursors } from '../engine/rows/cursors.ts';
import type { Pseudonyms } from '../engine/rows/pseudonyms.ts';
import type { GivenContact } from './people/resident-writes.ts';
import type { Loaders } from '../engine/rows/loaders.ts';
import type { BudgetUse, BudgetWindowState } from '../engine/budgets/spent.ts';
import type { AnonymousSender } from './requests/senders/anonymous-senders.ts';
import type { AccessReceipt } from './graphql/generated/schema.ts';
import type { Database } from '../platform/sql/sql.ts';
import type { ErrorCode } from '../platform/errors/errors.ts';
import type { DataCategory, Purpose } from './graphql/generated/schema.ts';
import type { Mail } from '../platform/mail/mail.ts';
import type { MatrixCell } from '../engine/policy/matrix.ts';
import type { Reason } from './wording/reason.ts';
import type { Notice } from './wording/wording.ts';

/** The access log's tree, for resolvers. Sizes and numbers are decimal. */
export interface LogTree {
  checkpoint(database: Database): Promise<string | null>;
  /** C2SP tlog-proof of an entry in the newest checkpoint's tree. */
  inclusionProof(database: Database, number: string): Promise<string>;
  /** Undefined where there is no proof between the sizes. */
  consistencyProof(database: Database, from: string, to: string): Promise<readonly string[] | undefined>;
}

/** The sentences of one operation's answer, in its language. */
export interface Words {
  readonly language: Language;
  /** Why a read happened, with instants as RFC 3339 in UTC. */
  why(reason: Reason): string;
  /** Names what schema coordinates hold. */
  fields(coordinates: readonly string[]): string[];
  /** The codes for `fields`, in the same order. */
  categories(coordinates: readonly string[]): readonly DataCategory[];
  notice(code: Notice): string;
  error(code: ErrorCode): string;
  statement(statement: Statement): Statement;
  /** The mail that proves a contact, without its address. */
  codeMail(code: string): Omit<Mail, 'to'>;
  /** The request by which the privacy office decides about a contested claim. */
  readonly contestRequest: string;
  /** Leaves out the coordinates that lead to a person's home: those that address protection withholds. */
  withoutHome(coordinates: readonly string[]): string[];
}

/** What resolvers need of one operation. The pipeline makes it once the operation is planned. */
export interface RequestContext extends OperationState {
  readonly now: Date;
  /** MikroORM's, for this operation alone; in a transaction where it is a mutation. */
  readonly records: EntityManager;
  readonly reader: Reader;
  readonly loaders: Loaders;
  readonly cursors: Cursors;
  readonly pseudonyms: Pseudonyms;
  readonly newId: () => string;
  /** The domains of the addresses that employees have at work; undefined: mails go nowhere, and so do invitations. */
  readonly workMailDomains: readonly string[] | undefined;
  readonly logTree: LogTree;
  /** Promises anew that an entry is in the log. */
  readonly makeReceipt: (entry: string, leafHash: string) => AccessReceipt;
  /** The statement in force at an instant, in the language of the answer; undefined before the first. */
  readonly statementAt: (instant: Date) => Statement | undefined;
  readonly words: Words;
  /** The policy by which the operation is decided. */
  readonly policy: {
    readonly version: string;
    readonly cells: readonly MatrixCell[];
    readonly prohibitions: readonly Prohibition[];
  };
  /** What the principal is asked to acknowledge before using each of its purposes, in the language of the answer; empty for all but employees. */
  readonly purposeTexts: readonly { readonly purpose: Purpose; readonly version: string; readonly text: string }[];
  /**
   * Charges an encounter that is about to begin against the principal's encounter budget.
   * @throws PrivacyError ENCOUNTER_BUDGET_SPENT
   */
  chargeEncounter(residentId: string): Promise<void>;
  /**
   * Charges a check of somebody's identity against the principal's budget of checks.
   * @throws PrivacyError IDENTITY_BUDGET_SPENT
   */
  chargeIdentityCheck(): Promise<void>;
  /**
   * Charges a code to claim a record, issued or confirmed, against the principal's budget of claims.
   * @throws PrivacyError CLAIM_BUDGET_SPENT
   */
  chargeClaim(): Promise<void>;
  /** How long a code to claim a record can be used; see `town/policy/claim-rules.ts`. */
  readonly claimRules: { readonly codeHours: number };
  /**
   * Notes the case that the operation has just made or changed. What follows is decided as for the next operation: under that case if
   * it is open, belongs to the principal and serves the purpose, and otherwise under the declared case if that is still open.
   */
  changeCase(caseId: string): Promise<void>;
  /** The case that was declared, whatever the operation has changed since; undefined: none. */
  readonly declaredCase: string | undefined;
  /** The case that the operation has made or changed; undefined: none. */
  readonly changedCase: string | undefined;
  /** The read budget of the principal for the declared purpose, before this answer; empty without one. */
  readBudget(): Promise<readonly BudgetWindowState[]>;
  /** The budget of encounters, checks or claims once one was charged, from the warning threshold on: `extensions.privacy`. */
  readonly budgetUses: { readonly encounterBudget?: BudgetUse; readonly identityBudget?: BudgetUse; readonly claimBudget?: BudgetUse };
  /** The cases that the operation ends for the principal: clients forget what they read for them. */
  readonly endedCases: Set<string>;
  /** A sender without an account, at the network address of the request. */
  readonly anonymousSender: AnonymousSender;
  /** How another mail address of a record is proven, see `town/policy/contact-rules.ts`; undefined: mails go nowhere, and none is. */
  readonly contactRules: GivenContact['rules'];
}

/** The context value of every resolver. */
export interface GraphQLContext {
  readonly request: RequestContext;
}
