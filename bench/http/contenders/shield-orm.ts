import { town } from '../../../src/town/index.ts';
import { createRequire } from 'node:module';
import { makeExecutableSchema } from '@graphql-tools/schema';
import type { EntityManager, FilterQuery, InferEntity } from '@mikro-orm/postgresql';
import { openOrm } from '../../../src/platform/postgres/connections/orm.ts';
import { Resident } from '../../../src/town/people/resident-entity.ts';
import { poolSize, type Serving, type Settings } from '../contender.ts';
import { ageBandOf } from './age-band-of.ts';
import { cursorOf, placeOf, typeDefs, type PageArguments } from './schema.ts';
import { serveApollo } from './serve-apollo.ts';

// Both from CommonJS: the ES modules of graphql-shield do not load on Node 24, and the two must share one copy.
const require = createRequire(import.meta.url);
const { allow, and, or, rule, shield } = require('graphql-shield') as typeof import('graphql-shield');
const { applyMiddleware } = require('graphql-middleware') as typeof import('graphql-middleware');

interface Asker {
  readonly role: string;
  /** The principal's own resident id. */
  readonly ownRecord: string;
  readonly records: EntityManager;
}

type Person = InferEntity<typeof Resident>;

/**
 * A typical first implementation: Apollo Server, entities of MikroORM from `em.find` with a separate fork for each
 * request, and graphql-shield as its manual shows it, an asynchronous rule on every field: whether the role may,
 * cached for the request, and whether the row may be seen. It keeps no log.
 */
export async function startShieldOrm({ records, clerk, today }: Settings): Promise<Serving> {
  const orm = await openOrm(records, town.entities, { max: poolSize });
  const isClerk = rule('is clerk', { cache: 'contextual' })(
    async (_parent: unknown, _arguments: unknown, { role }: Asker) => role === 'CUSTOMER_SERVICE',
  );
  const isOfficer = rule('is officer', { cache: 'contextual' })(
    async (_parent: unknown, _arguments: unknown, { role }: Asker) => role === 'PRIVACY_OFFICER',
  );
  const isNotOwn = rule('is not the own record')(async ({ id }: Person, _arguments: unknown, { ownRecord }: Asker) => id !== ownRecord);
  const onEveryField = or(and(isClerk, isNotOwn), isOfficer);

  const resolvers = {
    Query: {
      residents: async (_parent: unknown, { first, after }: PageArguments, { records: em }: Asker) => {
        const found = await em.find(Resident, afterPlace(after), { orderBy: { registeredAt: 'asc', id: 'asc' }, limit: first });
        return { edges: found.map((node) => ({ node })) };
      },
    },
    ResidentEdge: {
      cursor: ({ node: { id, registeredAt } }: { node: Person }) => cursorOf({ registeredAt: registeredAt.toISOString(), id }),
    },
    Resident: {
      initials: ({ givenName, familyName }: Person) => `${givenName.slice(0, 1)}.${familyName.slice(0, 1)}.`,
      ageBand: ({ birthDate }: Person) => ageBandOf(birthDate, today),
      emailHint: ({ email }: Person) => email && `${email.slice(0, 1)}***@***`,
      phoneHint: ({ phone }: Person) => phone && `**${phone.slice(-2)}`,
      address: (person: Person) => person,
    },
  };
  const fields = (...names: string[]) => Object.fromEntries(names.map((name) => [name, onEveryField]));
  const rules = {
    Query: { residents: or(isClerk, isOfficer) },
    Resident: fields('id', 'givenName', 'familyName', 'initials', 'ageBand', 'emailHint', 'phoneHint', 'address'),
    Address: fields('street', 'locality', 'province', 'postalCode'),
  };
  const schema = applyMiddleware(makeExecutableSchema({ typeDefs, resolvers }), shield(rules, { fallbackRule: allow }));
  const makeContext = (): Asker => ({ role: 'CUSTOMER_SERVICE', ownRecord: clerk, records: orm.em.fork() });
  return serveApollo(schema, makeContext, async () => orm.close(true));
}

// Also bounded by the first column alone, so that the index scan starts where the page begins.
function afterPlace(after: string | null | undefined): FilterQuery<Person> {
  const place = placeOf(after);
  if (!place) return {};
  const registeredAt = new Date(place.registeredAt);
  return { registeredAt: { $gte: registeredAt }, $or: [{ registeredAt: { $gt: registeredAt } }, { id: { $gt: place.id } }] };
}
