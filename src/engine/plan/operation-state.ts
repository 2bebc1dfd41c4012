import type { Principal } from '../purpose/principal.ts';
import type { Declaration } from '../purpose/declaration.ts';
import type { Plan } from './operation-plan.ts';
import type { SeenSubjects } from '../guard/seen-subjects.ts';
import type { Relationships } from '../guard/relationships.ts';

/** The state of one operation that enforcement reads. Where a part is undefined, nothing is released. */
export interface OperationState {
  readonly principal: Principal;
  readonly declaration: Declaration | undefined;
  readonly plan: Plan | undefined;
  readonly relationships: Relationships | undefined;
  readonly seenSubjects: SeenSubjects;
}

/** The context value of every resolver, as far as enforcement reads it. */
export interface EnforcedContext {
  readonly request: OperationState;
}
