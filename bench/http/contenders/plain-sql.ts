import { makeExecutableSchema } from '@graphql-tools/schema';
import type { Serving, Settings } from '../contender.ts';
import { plainResidents } from './plain-residents.ts';
import { typeDefs } from './schema.ts';
import { serveApollo } from './serve-apollo.ts';

/** Apollo Server over plain rows: one prepared statement a page, default resolvers, no authorisation and no log. */
export async function startPlainSql(settings: Settings): Promise<Serving> {
  const { resolvers, close } = plainResidents(settings);
  return serveApollo(makeExecutableSchema({ typeDefs, resolvers }), () => ({}), close);
}
