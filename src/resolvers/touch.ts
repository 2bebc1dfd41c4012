import type { RequestContext } from '../context.ts';

/**
 * Notes whom a mutation is about, so that its access entry names the person whatever the payload asks
 * for and even where it is refused. An id that is nobody's is not noted: the log holds nothing that a caller made up.
 * @param coordinate the root field's schema coordinate
 */
export async function touch(request: RequestContext, residentId: string, coordinate: string): Promise<void> {
  await request.relationships?.ensure([residentId]);
  const subject = request.relationships?.get(residentId);
  if (subject) request.seenSubjects.mark(subject, coordinate);
}
