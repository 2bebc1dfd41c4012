import type { Policy } from '../../engine/policy/declaration/policy.ts';
import { budgets } from './budgets.ts';
import { grants } from './grants.ts';
import { prohibitions } from './prohibitions.ts';
import { rootFieldLines } from './root-fields.ts';
import { vocabulary } from './vocabulary.ts';

/** The policy in force: the lines of this folder. */
export const policyInForce: Policy = { grants, prohibitions, rootFields: rootFieldLines, budgets, vocabulary };
