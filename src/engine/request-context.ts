import type { Receipt } from '../log/proofs/receipt.ts';
import type { Language } from '../platform/language/languages.ts';
import type { Database } from '../platform/sql/sql.ts';
import type { ActBudgetUse, BudgetWindowState } from './budgets/spent.ts';
import type { OperationState } from './plan/operation-state.ts';
import type { Prohibition } from './policy/declaration/lines.ts';
import type { MatrixCell } from './policy/matrix.ts';
import type { Statement } from './policy/declaration/vocabulary.ts';
import type { Act, ApplicationParts, ApplicationRecords, Purpose } from './register.ts';
import type { Cursors } from './rows/cursors.ts';
import type { Loaders } from './rows/loaders.ts';
import type { Pseudonyms } from './rows/pseudonyms.ts';
import type { Reader } from './rows/reader.ts';

/** The access log's tree, for resolvers. Sizes and numbers are decimal. */
export interface LogTree {
  checkpoint(database: Database): Promise<string | null>;
  /** C2SP tlog-proof of an entry in the newest checkpoint's tree. */
  inclusionProof(database: Database, number: string): Promise<string>;
  /** Undefined where there is no proof between the sizes. */
  consistencyProof(database: Database, from: string, to: string): Promise<readonly string[] | undefined>;
}

/** The context of one operation for resolvers. The pipeline creates it once the operation is planned. */
export interface RequestContext extends OperationState {
  readonly now: Date;
  /** The language of the answer. */
  readonly language: Language;
  /** Which network addresses count together, of the address of the request. */
  readonly addressGroup: string;
  /** MikroORM's, for this operation alone; in a transaction where it is a mutation. */
  readonly records: ApplicationRecords;
  readonly reader: Reader;
  readonly loaders: Loaders;
  readonly cursors: Cursors;
  readonly pseudonyms: Pseudonyms;
  readonly newId: () => string;
  /** The dependencies that the application gives its own resolvers, the same for all operations. */
  readonly application: ApplicationParts;
  readonly logTree: LogTree;
  /** Signs one more promise that an entry is in the log. */
  readonly makeReceipt: (entry: string, leafHash: string) => Receipt;
  /** The statement in force at an instant; undefined before the first. */
  readonly statementAt: (instant: Date) => Statement | undefined;
  /** The policy by which the operation is decided. */
  readonly policy: {
    readonly version: string;
    readonly cells: readonly MatrixCell[];
    readonly prohibitions: readonly Prohibition[];
  };
  /** The texts that the principal must acknowledge before using each of its purposes, in the language of the answer; empty for roles that acknowledge nothing. */
  readonly purposeTexts: readonly { readonly purpose: Purpose; readonly version: string; readonly text: string }[];
  /**
   * Charges an act that is about to be done against the principal's budget of it.
   * @param subjectId the data subject of the act
   * @throws PrivacyError ACT_BUDGET_SPENT
   */
  chargeAct(act: Act, subjectId?: string): Promise<void>;
  /**
   * Notes the case that the operation has just made or changed. The rest of the operation is decided like the next operation: under that case if
   * it is open, belongs to the principal and serves the purpose, and otherwise under the declared case if that is still open.
   */
  changeCase(caseId: string): Promise<void>;
  /** The declared case, regardless of changes by the operation since; undefined: none. */
  readonly declaredCase: string | undefined;
  /** The case that the operation has made or changed; undefined: none. */
  readonly changedCase: string | undefined;
  /** The read budget of the principal for the declared purpose, before this answer; empty without one. */
  readBudget(): Promise<readonly BudgetWindowState[]>;
  /** The budget of an act once it was charged, from the warning threshold on: `extensions.privacy`. */
  readonly actBudget: ActBudgetUse | undefined;
  /** The cases that the operation ends for the principal: clients discard the data that they read for them. */
  readonly endedCases: Set<string>;
}

/** The context value of every resolver. */
export interface GraphQLContext {
  readonly request: RequestContext;
}
