import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { makeExecutableSchema } from '@graphql-tools/schema';
import type { IResolvers } from '@graphql-tools/utils';
import type { Viewer } from '../clinic/people.ts';
import { openUrl } from './open-url.ts';
import { commonSchema } from './resolvers/common-schema.ts';
import { openRecords, type Patient, type PatientFilter, type Result, type Visit } from './resolvers/records.ts';
import { serveApollo, type Context } from './serve-apollo.ts';
import type { Place, RunningSystem, System } from './system.ts';

// From CommonJS: the ES modules of graphql-shield do not load on Node 24, and the two must share one copy.
const require = createRequire(import.meta.url);
const { and, deny, or, rule, shield } = require('graphql-shield') as typeof import('graphql-shield');
const { applyMiddleware } = require('graphql-middleware') as typeof import('graphql-middleware');

interface FeeArguments {
  readonly visit: string;
  readonly fee: number;
  readonly ifReason?: string | null;
}
interface PatientsArguments {
  readonly filter?: PatientFilter;
  readonly orderBy: string;
}

const isSignedIn = rule({ cache: 'contextual' })(async (_row, _given, { viewer }: Context) => viewer !== undefined);
const hasRole = (role: Viewer['role']) =>
  rule(`is a ${role}`, { cache: 'contextual' })(async (_row, _given, { viewer }: Context) => viewer?.role === role);
const [isPatient, isClerk, isPhysician] = [hasRole('PATIENT'), hasRole('CLERK'), hasRole('PHYSICIAN')];

/** Depends on the row, so it is cached by the row. */
const ofOwnPatient = rule({ cache: 'strict' })(async (row: Patient | Visit | Result, _given, { viewer, records }: Context) => {
  const id = row.kind === 'Patient' ? row.id : row.patientId;
  if (!viewer || id === null) return false;
  return viewer.role === 'PATIENT' ? id === viewer.id : viewer.role === 'PHYSICIAN' && records.treats(viewer, id);
});
const health = ofOwnPatient;
const known = or(isClerk, ofOwnPatient);
const billing = or(isClerk, and(isPatient, ofOwnPatient));

const entries = { me: isPatient, patient: isSignedIn, patients: isSignedIn, patientCount: isSignedIn, people: isSignedIn };
const rules = {
  Query: { ...entries, visit: isSignedIn, visits: isSignedIn, result: or(isPatient, isPhysician), entries: isSignedIn, node: isSignedIn },
  Mutation: { setFee: isClerk },
  Patient: {
    id: known,
    name: known,
    birthDate: health,
    phone: known,
    insuranceNumber: billing,
    note: health,
    visits: known,
    results: health,
    latestResult: health,
  },
  Visit: { id: known, at: known, reason: health, fee: billing, patient: known },
  Result: { id: health, test: health, value: health },
};

const resolvers: IResolvers<unknown, Context> = {
  Query: {
    me: (_row, _given, { viewer, records }) => records.patient(viewer?.id ?? null),
    patient: (_row, { id }: { id: string }, { records }) => records.patient(id),
    patients: (_row, { filter = {}, orderBy }: PatientsArguments, { viewer, records }) => records.patients(viewer, filter, orderBy),
    patientCount: (_row, { filter = {} }: PatientsArguments, { viewer, records }) => records.patientCount(viewer, filter),
    people: (_row, _given, { viewer, records }) => records.patients(viewer, {}, 'NAME'),
    visit: (_row, { id }: { id: string }, { records }) => records.visit(id),
    visits: (_row, _given, { viewer, records }) => records.visits(viewer),
    result: (_row, { id }: { id: string }, { records }) => records.result(id),
    entries: async (_row, _given, { viewer, records }) => [...(await records.visits(viewer)), ...(await records.results(viewer))],
    node: async (_row, { id }: { id: string }, { records }) =>
      (await records.patient(id)) ?? (await records.visit(id)) ?? records.result(id),
  },
  Mutation: {
    setFee: async (_row, { visit, fee, ifReason }: FeeArguments, { records }) =>
      (await records.setFee(visit, fee, ifReason ?? null)) ? records.visit(visit) : null,
  },
  Patient: {
    generation: ({ birthDate }: Patient) => Math.floor(Number(birthDate.slice(0, 4)) / 10) * 10,
    visits: ({ id }: Patient, _given, { records }) => records.visitsOf(id),
    results: ({ id }: Patient, _given, { records }) => records.resultsOf(id),
    latestResult: async ({ id }: Patient, _given, { records }) => (await records.resultsOf(id)).at(-1),
  },
  Visit: { patient: ({ patientId }: Visit, _given, { records }) => records.patient(patientId) },
  Node: { __resolveType: ({ kind }: { kind: string }) => kind },
  Person: { __resolveType: ({ kind }: { kind: string }) => kind },
  Entry: { __resolveType: ({ kind }: { kind: string }) => kind },
};

async function open(place: Place, given: Parameters<typeof shield>[0]): Promise<RunningSystem> {
  const records = openRecords(await openUrl(place));
  const schema = makeExecutableSchema({ typeDefs: commonSchema, resolvers });
  const guarded = applyMiddleware(schema, shield(given, { fallbackRule: deny, fallbackError: 'Not Authorised!' }));
  return serveApollo(guarded, records);
}

const versionOf = (name: string): string => {
  const text = readFileSync(new URL(`../../../node_modules/${name}/package.json`, import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
};

const ofArguments = 'a rule on the root field that looks at this argument holds';

/** Apollo Server with graphql-shield: a rule for each field, and `deny` for the rest. */
export const apolloShield: System = {
  name: 'Apollo Server + graphql-shield',
  version: () => `${versionOf('@apollo/server')} + ${versionOf('graphql-shield')}`,
  open: (place) => open(place, rules),
  openMisnamed: (place) => {
    const { reason, ...others } = rules.Visit;
    return open(place, { ...rules, Visit: { ...others, reasn: reason } });
  },
  own: {
    introspection: { notApplicable: 'introspection is off in production, for every caller' },
  },
  notes: {
    filter: ofArguments,
    relationFilter: ofArguments,
    writeFilter: ofArguments,
    order: ofArguments,
    aggregate: ofArguments,
    oracle: 'selecting the caller’s rows alone holds',
    nodeOracle: 'selecting the caller’s rows alone holds',
    typeNameAlone: 'selecting the caller’s rows alone holds',
    fetched: 'the resolver chooses the columns, and the rule comes with the field',
  },
};
