import type { RequestContext } from '../../../engine/request-context.ts';
import type { HeldAccess } from '../../../log/store/staging/access-condition.ts';

/** The access that must be in force for what an operation spends and stores. An authority that is not in force was refused earlier, with another code. */
export function heldAccessOf({ principal: { id, role, credential, session, proof }, declaration }: RequestContext): HeldAccess {
  return {
    id,
    role,
    authorityId: declaration?.authority?.inForce === true ? declaration.authority.id : undefined,
    credential,
    session,
    proof,
  };
}
