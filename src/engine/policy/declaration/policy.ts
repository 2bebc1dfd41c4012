import type { Budget, Grant, Prohibition, RootFieldLine } from './lines.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The rules about who may see and do what, as data. */
export interface PolicyLines {
  readonly grants: readonly Grant[];
  readonly prohibitions: readonly Prohibition[];
  readonly rootFields: readonly RootFieldLine[];
  readonly budgets: readonly Budget[];
}

/** The rules, with the meaning of their words. Every decision is made from a policy. */
export interface Policy extends PolicyLines {
  readonly vocabulary: Vocabulary;
}

/** The rules without the meaning of their words: what is exported, hashed and compared. */
export function linesOf({ grants, prohibitions, rootFields, budgets }: PolicyLines): PolicyLines {
  return { grants, prohibitions, rootFields, budgets };
}
