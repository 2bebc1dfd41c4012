import type { Budget, Grant, Prohibition, RootFieldLine } from './lines.ts';
import { budgets } from '../../town/policy/budgets.ts';
import { grants } from '../../town/policy/grants.ts';
import { prohibitions } from '../../town/policy/prohibitions.ts';
import { rootFieldLines } from '../../town/policy/root-fields.ts';

/** The rules about who may see and do what, as data. Every decision is made from a policy. */
export interface Policy {
  readonly grants: readonly Grant[];
  readonly prohibitions: readonly Prohibition[];
  readonly rootFields: readonly RootFieldLine[];
  readonly budgets: readonly Budget[];
}

/** The policy in force: the lines of this folder. */
export const policyInForce: Policy = { grants, prohibitions, rootFields: rootFieldLines, budgets };
