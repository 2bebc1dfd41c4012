import { town } from '../../../src/town/index.ts';
import { getNamedType, isLeafType, isObjectType, type GraphQLNamedType } from 'graphql';
import { buildSchema } from '../../../src/server/spine/document/build-schema.ts';
import { testToday, type TestDatabase } from '../database/cluster.ts';
import { isCommonplace, storedValues } from './stored-values.ts';

const { schema, markings } = buildSchema(town);

const ageBand = { text: `recreation.age_band(birth_date, '${testToday}')`, table: 'recreation.resident' };

/** Personal leaf fields that the database computes. Every other field has a column of the same name, or is in `unsearchable`. */
const computed: Readonly<Record<string, { readonly text: string; readonly table: string }>> = {
  'Resident.ageBand': ageBand,
  'HouseholdMember.ageBand': ageBand,
  'WebVisitStatistic.value': { text: 'section', table: 'web.visit' },
};

/** Personal leaf fields whose values can't be searched for, and why. Numbers, booleans and enum values need no line here. */
export const unsearchable: Readonly<Record<string, string>> = {
  'Address.province': 'two letters',
  'PurchaseEdge.cursor': 'sealed',
  'PaymentEdge.cursor': 'sealed',
  'TicketHistoryEdge.cursor': 'sealed',
  'AccessHistoryEdge.cursor': 'sealed',
  'Ticket.unreadSince': 'the time of a message',
  'Employee.accessEndedAt': 'null for everybody at the start: nobody has left the staff yet',
  'Employee.invitedAt': 'null for everybody at the start: all were on staff before there were invitations',
  'Employee.reviewDueAt': 'the time of the last review, some months later',
  'ClaimCode.code': 'random, and stored as a digest',
  'ClaimCode.validUntil': 'a day from now',
  'Account.id': 'differs for each reader',
  'AccessGround.id': 'differs for each reader',
  'AccessHistoryEntry.id': 'differs for each reader',
  'AccessEntrySubject.id': 'differs for each reader',
  'DisclosedPerson.id': 'differs for each reader',
  'Identifications.id': 'differs for each reader',
  'Guardianship.id': 'differs for each reader',
  'HouseholdMember.id': 'differs for each reader',
  'WebVisitStatistic.id': 'differs for each reader',
  'AccessEntrySubject.pseudonym': 'differs for each reader',
  'DisclosedPerson.residentId': 'differs for each reader',
  'DisclosedPerson.released': 'coordinates of the schema',
  'AccessEntrySubject.released': 'coordinates of the schema',
  'AccessEntrySubject.withheld': 'coordinates of the schema',
  // Every receipt has the id of its own entry.
  'AccessHistoryEntry.entryId': 'in receipts',
  'AccessHistoryEntry.at': 'always the instant of the test',
  'AccessHistoryEntry.authority': 'the same for all entries of a purpose',
  'AccessHistoryEntry.why': 'a sentence made of fixed words',
  'AccessHistoryEntry.fields': 'names of categories',
  'AccessNeed.number': 'impersonal in Ticket and PrivacyRequest',
  'AccessNeed.openedAt': 'impersonal in Ticket and PrivacyRequest',
  'AccessNeed.closedAt': 'impersonal in Ticket and PrivacyRequest',
  'AccessHistoryEntry.case': 'differs for each reader',
  'PrivacyRequest.questionedEntry': 'in receipts',
};

/** Every personal leaf field of the schema: coordinate and named type. */
export const personalLeaves: ReadonlyMap<string, GraphQLNamedType> = new Map(
  [...markings.outputs.keys()].flatMap((coordinate) => {
    const [type = '', field = ''] = coordinate.split('.');
    const parent = schema.getType(type);
    const found = isObjectType(parent) ? parent.getFields()[field] : undefined;
    const named = found && getNamedType(found.type);
    return isLeafType(named) ? [[coordinate, named] as const] : [];
  }),
);

export interface PersonalValue {
  /** Schema coordinate. */
  readonly coordinate: string;
  readonly value: string;
}

/**
 * Reads every personal value of a database, in the form in which the gateway writes it.
 * @throws Error where the column of a personal field is not known
 */
export async function personalValues(database: Pick<TestDatabase, 'asOwner'>): Promise<PersonalValue[]> {
  const stored = new Map((await storedValues(database, schema)).map((one) => [one.coordinate, one]));
  const selects = [...personalLeaves].flatMap(([coordinate, type]) => {
    if (unsearchable[coordinate] !== undefined) return [];
    const place = computed[coordinate] ?? (isCommonplace(type) ? undefined : stored.get(coordinate));
    if (!place && isCommonplace(type)) return [];
    if (!place)
      throw new Error(
        `${coordinate}: no column has its name. Add it to computed or unsearchable in test/helpers/values/personal-values.ts.`,
      );
    const { text, table } = place;
    const from = `${table} ${table.split('.')[1]}`;
    return [`select distinct '${coordinate}' as coordinate, ${text} as value from ${from} where length(${text}) >= ${shortest(type)}`];
  });
  return database.asOwner<{ coordinate: string; value: string }>(selects.join(' union all '));
}

/** The minimum length of a value that is searched for. Shorter values occur in other texts by chance. */
function shortest({ name }: GraphQLNamedType): number {
  return name === 'Money' ? 5 : 3;
}
