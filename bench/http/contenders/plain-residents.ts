import { Pool } from 'pg';
import { poolSize, type Settings } from '../contender.ts';
import { cursorOf, placeOf, type PageArguments, type Place } from './schema.ts';

const columns = `resident.id, given_name as "givenName", family_name as "familyName", initials,
  recreation.age_band(resident.birth_date, $2::date) as "ageBand", email_hint as "emailHint", phone_hint as "phoneHint",
  street, locality, province, postal_code as "postalCode", registered_at::text as "registeredAt"`;

const firstPage = `select ${columns} from recreation.resident resident order by registered_at, id limit $1`;
const laterPage = `select ${columns} from recreation.resident resident
  where (registered_at, id) > ($3::timestamptz, $4::uuid) order by registered_at, id limit $1`;

/** Resolvers that return rows unchanged, with one prepared statement a page; and the pool to close. */
export function plainResidents({ records, today }: Pick<Settings, 'records' | 'today'>) {
  const pool = new Pool({ connectionString: records, max: poolSize });
  const resolvers = {
    Query: {
      residents: async (_parent: unknown, { first, after }: PageArguments) => {
        const place = placeOf(after);
        const { rows } = await pool.query<Place>(
          place
            ? { name: 'later-page', text: laterPage, values: [first, today, place.registeredAt, place.id] }
            : { name: 'first-page', text: firstPage, values: [first, today] },
        );
        return { edges: rows.map((node) => ({ node })) };
      },
    },
    ResidentEdge: { cursor: ({ node }: { node: Place }) => cursorOf(node) },
    Resident: { address: (row: Place) => row },
  };
  return { resolvers, close: async () => pool.end() };
}
