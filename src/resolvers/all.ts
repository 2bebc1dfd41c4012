import type { Resolvers } from '../generated/resolvers.ts';
import { residents } from './residents.ts';
import { scalars } from './scalars.ts';

/** The resolvers, one map per schema file. */
export const resolvers: readonly Resolvers[] = [scalars, residents];
