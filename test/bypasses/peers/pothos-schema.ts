import type { GraphQLSchema } from 'graphql';
import type { Viewer } from '../clinic/people.ts';
import type { Patient, PatientFilter, Result, Visit } from '../systems/resolvers/records.ts';
import type { Context } from '../systems/serve-apollo.ts';
import { importPeer } from './import-peer.ts';

type Options = Readonly<Record<string, unknown>>;
type Fields = (t: FieldBuilder) => Options;
interface TypeOptions extends Options {
  readonly fields?: Fields;
}
/** The part of Pothos that is used, without the types that it infers. */
interface FieldBuilder {
  field(options: Options): unknown;
  expose(name: string, options: Options): unknown;
  readonly arg: (options: Options) => unknown;
}
interface Builder {
  objectRef(name: string): unknown;
  interfaceRef(name: string): unknown;
  scalarType(name: string, options: Options): void;
  enumType(name: string, options: Options): void;
  inputType(name: string, options: { readonly fields: (t: { string(): unknown }) => Options }): unknown;
  interfaceType(ref: unknown, options: TypeOptions): unknown;
  objectType(ref: unknown, options: TypeOptions): unknown;
  unionType(name: string, options: Options): unknown;
  queryType(options: TypeOptions): void;
  mutationType(options: TypeOptions): void;
  toSchema(): GraphQLSchema;
}
interface Core {
  readonly default: new (options: Options) => Builder;
}
type Row = Patient | Visit | Result;
interface Arguments {
  readonly id: string;
  readonly filter?: PatientFilter | null;
  readonly orderBy: string;
}
interface FeeArguments {
  readonly visit: string;
  readonly fee: number;
  readonly ifReason?: string | null;
}

const kindOf = ({ kind }: Row): string => kind;

/** Tells if a caller may know of a patient. */
async function knows(viewer: Viewer | undefined, patientId: string | null, { records }: Context): Promise<boolean> {
  if (!viewer || patientId === null) return viewer?.role === 'CLERK';
  if (viewer.role === 'PATIENT') return viewer.id === patientId;
  return viewer.role === 'CLERK' || records.treats(viewer, patientId);
}

/** The schema of the comparison: rules of rows on the types, rules of fields on the fields. */
export async function makePothosSchema(): Promise<GraphQLSchema> {
  const { default: SchemaBuilder } = await importPeer<Core>('@pothos/core');
  const { default: ScopeAuthPlugin } = await importPeer<{ default: unknown }>('@pothos/plugin-scope-auth');
  const builder = new SchemaBuilder({
    plugins: [ScopeAuthPlugin],
    scopeAuth: {
      authScopes: ({ viewer, ...context }: Context) => ({
        signedIn: viewer !== undefined,
        clerk: viewer?.role === 'CLERK',
        health: viewer?.role === 'PATIENT' || viewer?.role === 'PHYSICIAN',
        billing: viewer?.role === 'PATIENT' || viewer?.role === 'CLERK',
        knows: (patientId: string | null) => knows(viewer, patientId, { viewer, ...context }),
      }),
    },
  });
  const health = { authScopes: { health: true } };
  const billing = { authScopes: { billing: true } };
  for (const name of ['Date', 'DateTime']) builder.scalarType(name, { serialize: (value: unknown) => value });
  builder.enumType('PatientOrder', { values: ['NAME', 'BIRTH_DATE'] });
  const PatientFilterInput = builder.inputType('PatientFilter', {
    fields: (t) => ({ name: t.string(), birthDate: t.string(), visitReason: t.string() }),
  });
  const [Node, Person] = [builder.interfaceRef('Node'), builder.interfaceRef('Person')];
  const [PatientType, VisitType, ResultType] = ['Patient', 'Visit', 'Result'].map((name) => builder.objectRef(name));
  builder.interfaceType(Node, { resolveType: kindOf, fields: (t) => ({ id: t.expose('id', { type: 'ID' }) }) });
  builder.interfaceType(Person, {
    resolveType: kindOf,
    fields: (t) => ({ name: t.expose('name', { type: 'String' }), birthDate: t.expose('birthDate', { type: 'Date', ...health }) }),
  });
  builder.objectType(PatientType, {
    interfaces: [Node, Person],
    authScopes: ({ id }: Patient) => ({ knows: id }),
    fields: (t) => ({
      generation: t.field({ type: 'Int', resolve: ({ birthDate }: Patient) => Math.floor(Number(birthDate.slice(0, 4)) / 10) * 10 }),
      phone: t.expose('phone', { type: 'String' }),
      insuranceNumber: t.expose('insuranceNumber', { type: 'String', ...billing }),
      note: t.expose('note', { type: 'String', ...health }),
      visits: t.field({ type: [VisitType], resolve: ({ id }: Patient, _given: object, { records }: Context) => records.visitsOf(id) }),
      results: t.field({
        type: [ResultType],
        resolve: ({ id }: Patient, _given: object, { records }: Context) => records.resultsOf(id),
      }),
      latestResult: t.field({
        type: ResultType,
        resolve: async ({ id }: Patient, _given: object, { records }: Context) => (await records.resultsOf(id)).at(-1),
      }),
    }),
  });
  builder.objectType(VisitType, {
    interfaces: [Node],
    authScopes: ({ patientId }: Visit) => ({ knows: patientId }),
    fields: (t) => ({
      at: t.expose('at', { type: 'DateTime' }),
      reason: t.expose('reason', { type: 'String', ...health }),
      fee: t.expose('fee', { type: 'Int', ...billing }),
      patient: t.field({
        type: PatientType,
        resolve: ({ patientId }: Visit, _given: object, { records }: Context) => records.patient(patientId),
      }),
    }),
  });
  builder.objectType(ResultType, {
    interfaces: [Node],
    // The billing office may not know of results.
    authScopes: ({ patientId }: Result) => ({ $all: { health: true, knows: patientId } }),
    fields: (t) => ({ test: t.expose('test', { type: 'String' }), value: t.expose('value', { type: 'Float' }) }),
  });
  const Entry = builder.unionType('Entry', { types: [VisitType, ResultType], resolveType: kindOf });
  const byId = (t: FieldBuilder) => ({ args: { id: t.arg({ type: 'ID', required: true }) } });
  const filter = (t: FieldBuilder) => ({ filter: t.arg({ type: PatientFilterInput }) });
  builder.queryType({
    authScopes: { signedIn: true },
    fields: (t) => ({
      me: t.field({
        type: PatientType,
        resolve: (_row: object, _given: object, { viewer, records }: Context) => records.patient(viewer!.id),
      }),
      patient: t.field({
        type: PatientType,
        ...byId(t),
        resolve: (_row: object, { id }: Arguments, { records }: Context) => records.patient(id),
      }),
      patients: t.field({
        type: [PatientType],
        args: { ...filter(t), orderBy: t.arg({ type: 'PatientOrder', defaultValue: 'NAME' }) },
        resolve: (_row: object, given: Arguments, { viewer, records }: Context) =>
          records.patients(viewer, given.filter ?? {}, given.orderBy),
      }),
      patientCount: t.field({
        type: 'Int',
        args: filter(t),
        resolve: (_row: object, given: Arguments, { viewer, records }: Context) => records.patientCount(viewer, given.filter ?? {}),
      }),
      people: t.field({
        type: [Person],
        resolve: (_row: object, _given: object, { viewer, records }: Context) => records.patients(viewer, {}, 'NAME'),
      }),
      visit: t.field({
        type: VisitType,
        ...byId(t),
        resolve: (_row: object, { id }: Arguments, { records }: Context) => records.visit(id),
      }),
      visits: t.field({
        type: [VisitType],
        resolve: (_row: object, _given: object, { viewer, records }: Context) => records.visits(viewer),
      }),
      entries: t.field({
        type: [Entry],
        resolve: async (_row: object, _given: object, { viewer, records }: Context) => [
          ...(await records.visits(viewer)),
          ...(await records.results(viewer)),
        ],
      }),
      node: t.field({
        type: Node,
        ...byId(t),
        resolve: async (_row: object, { id }: Arguments, { records }: Context) =>
          (await records.patient(id)) ?? (await records.visit(id)) ?? records.result(id),
      }),
    }),
  });
  builder.mutationType({
    authScopes: { clerk: true },
    fields: (t) => ({
      setFee: t.field({
        type: VisitType,
        args: {
          visit: t.arg({ type: 'ID', required: true }),
          fee: t.arg({ type: 'Int', required: true }),
          ifReason: t.arg({ type: 'String' }),
        },
        resolve: async (_row: object, { visit, fee, ifReason }: FeeArguments, { records }: Context) =>
          (await records.setFee(visit, fee, ifReason ?? null)) ? records.visit(visit) : null,
      }),
    }),
  });
  return builder.toSchema();
}
