import type { IdentityEvidence, Purpose } from '../../src/town/shared/graphql/generated/schema.ts';
import { oneDay } from './dates.ts';
import type { Batch } from './batch.ts';
import { colleagues } from './staff.ts';
import type { ResidentRow } from './tables.ts';
import type { World } from './world.ts';

const purposes: readonly Purpose[] = ['SERVICE_PROVISION', 'PAYMENT', 'AGE_VERIFICATION'];

/** How clerks identified the people they served. */
const ways: readonly IdentityEvidence[] = ['PHOTO_CARD', 'KNOWN_TO_ME', 'PHOTO_CARD', 'ANSWERS_MATCHED'];

/** Adds an encounter that has ended for some residents. */
export function addEndedEncounter(batch: Batch, { doings, now }: World, resident: ResidentRow): void {
  if (!doings.chance(0.03)) return;
  const since = Math.max(Date.parse(resident.registered_at), now.getTime() - 90 * oneDay);
  const minutes = doings.between(2, 25);
  const ended = now.getTime() - Math.floor((now.getTime() - since) * doings.fraction());
  const started = new Date(ended - minutes * 60_000).toISOString();
  batch.add('recreation.encounter', {
    id: doings.uuid(),
    employee_id: doings.pick(colleagues.clerks),
    resident_id: resident.id,
    purpose: doings.pick(purposes),
    started_at: started,
    last_active_at: new Date(ended).toISOString(),
    ended_at: new Date(ended).toISOString(),
    identified_by: ways[minutes % ways.length]!,
  });
}
