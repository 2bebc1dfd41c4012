import type { RequestContext } from '../../../engine/request-context.ts';

/**
 * Notes that the principal is the sender of a request without an account, because number and code matched. The records relate a principal
 * without an id to no one.
 * @param requestId the request counts as its own data subject
 */
export function noteSender({ relationships }: RequestContext, requestId: string): void {
  relationships?.note(requestId, { relationship: 'SELF', conditions: [] });
}
