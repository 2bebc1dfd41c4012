import type { RequestContext } from '../../../engine/request-context.ts';
import type { Holder } from '../../../log/store/staging/access-condition.ts';

/** Whose access must be in force for what an operation spends and stores. An authority that was not in force is refused already, with a code of its own. */
export function holderOf({ principal: { id, role, credential, session, proof }, declaration }: RequestContext): Holder {
  return {
    id,
    role,
    authorityId: declaration?.authority?.inForce === true ? declaration.authority.id : undefined,
    credential,
    session,
    proof,
  };
}
