import { policyInForce } from '../../../src/town/policy/policy.ts';
import { changesOf } from './change-policy.ts';

/** The town's policy with some lines changed. */
export const { withGrant, withProhibition, withRootLine, withBudget } = changesOf(policyInForce);
