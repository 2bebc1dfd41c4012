import { budgets, type Budget } from '../../town/policy/budgets.ts';
import { grants, type Grant } from '../../town/policy/grants.ts';
import { prohibitions, type Prohibition } from '../../town/policy/prohibitions.ts';
import { rootFieldLines, type RootFieldLine } from '../../town/policy/root-fields.ts';

/** The rules about who may see and do what, as data. Every decision is made from a policy. */
export interface Policy {
  readonly grants: readonly Grant[];
  readonly prohibitions: readonly Prohibition[];
  readonly rootFields: readonly RootFieldLine[];
  readonly budgets: readonly Budget[];
}

/** The policy in force: the lines of this folder. */
export const policyInForce: Policy = { grants, prohibitions, rootFields: rootFieldLines, budgets };
