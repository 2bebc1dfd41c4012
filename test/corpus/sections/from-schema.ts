import { town } from '../../../src/town/index.ts';
import { getNamedType, isEnumType, isInputObjectType, isListType, isNonNullType, isObjectType, type GraphQLInputType } from 'graphql';
import { cast } from '../../../demo/personas.ts';
import { buildSchema } from '../../../src/server/spine/document/build-schema.ts';
import { documentOf } from '../../helpers/changes/changes.ts';
import type { StandpointName } from '../../helpers/asking/standpoints.ts';
import { as, type CorpusOperation } from '../operation.ts';

const { schema } = buildSchema(town);

/** Values by the name of an input field. Every other field has a value of its type. */
const values: Readonly<Record<string, unknown>> = {
  residentId: cast.resident,
  email: 'someone@example.org',
  phone: '+14035550199',
  mobilePhone: '+14035550198',
  province: 'AB',
  postalCode: 'T1X 1A1',
};
const valuesByType: Readonly<Record<string, unknown>> = { Int: 1, Boolean: true, LocalDate: '1990-05-05', ID: cast.resident };

/** A value for an argument or an input field. An input object has every field. */
function valueOf(type: GraphQLInputType, name: string): unknown {
  if (values[name] !== undefined) return values[name];
  if (isNonNullType(type)) return valueOf(type.ofType, name);
  if (isListType(type)) return [valueOf(type.ofType, name)];
  if (isEnumType(type)) return type.getValues()[0]!.name;
  if (isInputObjectType(type)) return Object.fromEntries(fieldsOf(type.name).map((field) => [field.name, valueOf(field.type, field.name)]));
  return valuesByType[type.name] ?? 'Text';
}

function fieldsOf(input: string): { readonly name: string; readonly type: GraphQLInputType }[] {
  const type = schema.getType(input);
  return isInputObjectType(type) ? Object.values(type.getFields()) : [];
}

/** Every filter of residents, one by one: a refused one leaves the others. */
const filters = fieldsOf('ResidentFilter').map(({ name, type }): CorpusOperation => ({
  name: `residents filtered by ${name}`,
  ...as('officer for mandates'),
  query: 'query ($filter: ResidentFilter) { residents(filter: $filter, first: 1) { totalCount } }',
  variables: { filter: { [name]: valueOf(type, name) } },
}));

/** The standpoint that asks for a list that the officer for mandates may not read. */
const viewers: Readonly<Record<string, StandpointName>> = {
  requests: 'officer',
  tickets: 'support',
  webVisitStatistics: 'security',
  employees: 'staff administrator',
};

/** Every value of an enum that a list is sorted, filtered or grouped by. */
const choices = Object.values(schema.getQueryType()!.getFields()).flatMap((field) =>
  field.args.flatMap((argument) => {
    const type = getNamedType(argument.type);
    if (!isEnumType(type)) return [];
    const below =
      isObjectType(getNamedType(field.type)) && field.args.some(({ name }) => name === 'first') ? 'pageInfo { hasNextPage }' : '__typename';
    return type.getValues().map(({ name }): CorpusOperation => ({
      name: `${field.name} with ${argument.name} ${name}`,
      ...as(viewers[field.name] ?? 'officer for mandates'),
      query: `query ($value: ${String(argument.type)}) { ${field.name}(${argument.name}: $value) { ${below} } }`,
      variables: { value: name },
    }));
  }),
);

/** A page of every list of a type: the first one or the last one. */
function pages(parent: string, page: 'first: 1, after: null' | 'last: 1, before: null'): string {
  const type = schema.getType(parent);
  if (!isObjectType(type)) return '';
  return Object.values(type.getFields())
    .filter(({ args }) => args.some(({ name }) => name === 'after'))
    .map(({ name }) => `${name}(${page}) { pageInfo { hasNextPage hasPreviousPage } }`)
    .join(' ');
}

/** Operations that follow from the schema: a new field, filter, sort key or list is among them. */
export const fromSchema: readonly CorpusOperation[] = [
  ...filters,
  ...choices,
  ...(
    [
      ['first', 'first: 1, after: null'],
      ['last', 'last: 1, before: null'],
    ] as const
  ).flatMap(([which, page]): CorpusOperation[] => [
    { name: `the ${which} page of every list`, ...as('reviewer'), query: `{ ${pages('Query', page)} }` },
    { name: `the ${which} page of every list of a resident`, ...as('resident'), query: `{ me { ${pages('Resident', page)} } }` },
  ]),
  ...(
    [
      ['registerResident', 'clerk'],
      ['updateContact', 'resident'],
      ['openTicket', 'resident'],
    ] as const
  ).map(([field, viewer]): CorpusOperation => ({
    name: `${field} with every input field`,
    ...as(viewer),
    query: documentOf({ field, asks: '__typename' }),
    variables: { input: valueOf(schema.getMutationType()!.getFields()[field]!.args[0]!.type, 'input') },
  })),
  {
    name: 'every field of the proof of an unknown entry',
    ...as('reviewer'),
    query: '{ accessLog { inclusionProof(entry: "00000000-0000-4000-8000-00000000dead") { number leafHash proof } } }',
  },
];
