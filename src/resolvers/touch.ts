import type { RequestContext } from '../context.ts';

/**
 * Notes whom a mutation changed, so that its access entry names the person whatever the payload asks for.
 * Call it where the person is on record already: the relationship is looked up here.
 * @param coordinate the root field's schema coordinate
 */
export async function touch(request: RequestContext, residentId: string, coordinate: string): Promise<void> {
  await request.ties?.ensure([residentId]);
  request.sightings.mark(residentId, coordinate);
}
