import { writeMatrix } from '../../cli/policy/matrix/write-matrix.ts';
import { policyInForce } from '../policy/policy.ts';

// `npm run matrix`.
writeMatrix(policyInForce, new URL('../../../policy-matrix.md', import.meta.url));
