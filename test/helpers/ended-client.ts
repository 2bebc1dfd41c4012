import { cast } from '../../demo/personas.ts';

/** Stores a client of a partner that has ended. @returns its id */
export async function endedClient(asOwner: (text: string, values: unknown[]) => Promise<unknown>): Promise<string> {
  const columns = 'id, partner_id, name, contact, jwks_uri, recorded_by, recorded_at, ended_by, ended_at, end_reason';
  const values = `$1, $1, '', '', '', $2, now(), $2, now(), ''`;
  await asOwner(`insert into identity.registration (${columns}) values (${values})`, [cast.police, cast.privacyOfficer]);
  return cast.police;
}
