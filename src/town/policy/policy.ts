import type { Policy } from '../../engine/policy/declaration/policy.ts';
import { budgets } from './lines/budgets.ts';
import { grants } from './lines/grants.ts';
import { prohibitions } from './lines/prohibitions.ts';
import { rootFieldLines } from './lines/root-fields.ts';
import { vocabulary } from './words/vocabulary.ts';

/** The policy in force: the lines of this folder. */
export const policyInForce: Policy = { grants, prohibitions, rootFields: rootFieldLines, budgets, vocabulary };
