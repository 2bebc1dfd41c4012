import { changesOf } from '../../helpers/policy/change-policy.ts';
import { clubPolicy } from './policy.ts';

/** The club's policy with some lines changed. */
export const { withGrant, withProhibition, withRootLine, withBudget } = changesOf(clubPolicy);
