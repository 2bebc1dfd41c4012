import type { RequestContext } from '../../../engine/request-context.ts';

/**
 * Notes that the principal is the sender without an account whose request it is: number and code were compared. Nothing in the records
 * relates a principal without an id to anybody.
 * @param requestId the request counts as its own data subject
 */
export function noteSender({ relationships }: RequestContext, requestId: string): void {
  relationships?.note(requestId, { relationship: 'SELF', conditions: [] });
}
