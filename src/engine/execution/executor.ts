import type { DocumentNode, ExecutionResult, OperationDefinitionNode } from 'graphql';
import type { Pace } from './pace.ts';

/** Executes one operation of a document. It never rejects because of what the operation does. */
export type Executor = (
  document: DocumentNode,
  operation: OperationDefinitionNode,
  /** Coerced. */
  variables: Readonly<Record<string, unknown>>,
  context: unknown,
  /** Without it, every field is resolved. */
  profile?: ExecutionProfile,
  /** Without it, the operation is executed without a pause. */
  pace?: Pace,
) => Promise<ExecutionResult>;

/** The inputs of an operation's compiled form besides its document. The compiled form lives as long as this object. */
export interface ExecutionProfile {
  /** Schema coordinates of nullable fields that are always null, so that their resolvers are not called. */
  readonly nullFields: ReadonlySet<string>;
}
