import { readFileSync } from 'node:fs';
import type { GraphQLFieldResolver } from 'graphql';
import { sql, type ApplicationDefinition, type Authenticated, type GraphQLContext } from '../../../../src/server/library/index.ts';
import type { Row } from '../../../../src/engine/rows/row.ts';
import { tables } from '../../clinic/tables.ts';
import { viewerNamed } from '../../clinic/people.ts';
import { ofCaller, ofFilter, patients, patientsByBirthDate, results, subjects, visits } from './records.ts';
import { policy } from './policy.ts';

export const typeDefs = readFileSync(new URL('schema.graphql', import.meta.url), 'utf8');

// The words of the types are those of the application that this repository registers.

type Resolver = GraphQLFieldResolver<Row, GraphQLContext, Record<string, unknown>>;

/** The rows of a list, each with the name of its type, for an interface or a union. */
function typed(typeName: string, list: Resolver): Resolver {
  return async (...asked) => {
    const found = (await list(...asked)) as readonly Row[];
    return found.map((row) => Object.assign(row, { __typename: typeName }));
  };
}

const byName = patients.list(ofFilter);
const byBirthDate = patientsByBirthDate.list(ofFilter);
const entries = [typed('Visit', visits.list()), typed('Result', results.list())];
const findVisit = visits.one('visit');
const resultsOf = results.ofSubject();

const setFee: Resolver = async (row, given, context, info) => {
  const found = await findVisit(row, given, context, info);
  const { visit, fee, ifReason = null } = given;
  const { rows: changed } = await sql`update clinic.visit set fee = ${fee}::integer
    where id = ${found ? visit : null}::uuid and (${ifReason}::text is null or reason = ${ifReason}) returning id`.execute(
    context.request.reader.database,
  );
  return changed.length === 0 ? null : findVisit(row, given, context, info);
};

/** Rows count only where their type is asked for, so a number is a statement of the application's own. */
const patientCount: Resolver = async (_row, given, { request }) => {
  const { rows: found } = await sql<{ count: number }>`select count(*)::integer as count from clinic.patient item
    where ${ofCaller(request)} and ${ofFilter(given)}`.execute(request.reader.database);
  return found[0]?.count ?? 0;
};

/** The clinic of the comparison, made with this package. */
export const application: ApplicationDefinition = {
  typeDefs,
  policy,
  subjects,
  rows: [patients, patientsByBirthDate, visits, results],
  tables: [
    {
      name: '0100-clinic',
      sql: ({ gateway }) => `${tables}
        grant usage on schema clinic to ${gateway};
        grant select on all tables in schema clinic to ${gateway};
        grant update (fee) on clinic.visit to ${gateway};`,
    },
  ],
  authenticate: async ({ headers }) => {
    if (headers.authorization === undefined) return undefined;
    const viewer = viewerNamed(String(headers.authorization).replace('Bearer ', ''));
    if (!viewer) throw new Error('an unknown token');
    return viewer as unknown as Authenticated;
  },
  resolvers: {
    Query: {
      me: patients.first(),
      patient: patients.one(),
      patients: (row, given, context, info) => (given['orderBy'] === 'BIRTH_DATE' ? byBirthDate : byName)(row, given, context, info),
      patientCount,
      people: typed('Patient', patients.list()),
      visit: visits.one(),
      visits: visits.list(),
      result: results.one(),
      entries: async (row, given, context, info) =>
        (await Promise.all(entries.map((list) => list(row, given, context, info) as Promise<readonly Row[]>))).flat(),
    },
    Patient: {
      visits: visits.ofSubject(),
      results: resultsOf,
      latestResult: async (row, given, context, info) => (await resultsOf(row, given, context, info))?.[0] ?? null,
    },
    Visit: { patient: patients.by('patient') },
    Mutation: { setFee },
  },
};
