import { town } from '../../../src/town/index.ts';
import { buildSchema } from '../../../src/server/spine/document/build-schema.ts';
import type { TestDatabase } from '../../helpers/database/cluster.ts';
import { personalLeaves, unsearchable } from '../../helpers/values/personal-values.ts';
import { isCommonplace, storedValues } from '../../helpers/values/stored-values.ts';

/** The owner of a personal value, and the grants that open it. */
export interface Owner {
  /** Schema coordinate. */
  readonly coordinate: string;
  readonly category: string;
  /** The id of the resident, or of the request of a sender without an account; null: it is about neither. */
  readonly subject: string | null;
}

/** The personal values of a town as pages write them, with their owners. */
export type OwnedValues = ReadonlyMap<string, readonly Owner[]>;

/** The data subject of a row, in SQL, by table. */
const subjectOf: Readonly<Record<string, string>> = {
  'recreation.resident': 'id',
  'recreation.household': '(select min(resident_id::text) from recreation.household_member where household_id = household.id)',
  'recreation.household_member': 'resident_id',
  'recreation.account': 'resident_id',
  'recreation.payment': 'resident_id',
  'recreation.purchase': 'resident_id',
  'recreation.ticket': 'resident_id',
  'recreation.ticket_message': '(select resident_id from recreation.ticket where id = ticket_message.ticket_id)',
  'recreation.request': 'coalesce(resident_id, id)',
  'recreation.request_message': '(select coalesce(resident_id, id) from recreation.request where id = request_message.request_id)',
  'recreation.employee': 'null',
};

/** The amount of a purchase or of a payment is a price, and the parts of the website have the addresses of pages. */
const isOfAll = (coordinate: string): boolean =>
  ['Purchase.amount', 'Payment.amount'].includes(coordinate) || coordinate.startsWith('WebVisit.');

/**
 * Whether values can be told from others in a page. Instants and days are those of many things, also of impersonal ones; birth dates before
 * 2020 are far from them.
 */
function isTelling(coordinate: string, type: string): boolean {
  return type !== 'DateTime' && (type !== 'LocalDate' || coordinate === 'Resident.birthDate') && !isOfAll(coordinate);
}

const firstOtherDay = '2020';

/** Reads the personal values of a town. @throws Error if it is not known whose the rows of a table are */
export async function readOwnedValues(database: Pick<TestDatabase, 'asOwner'>): Promise<OwnedValues> {
  const { schema, markings } = buildSchema(town);
  const columns = (await storedValues(database, schema)).filter(
    ({ coordinate, type }) =>
      personalLeaves.has(coordinate) && unsearchable[coordinate] === undefined && !isCommonplace(type) && isTelling(coordinate, type.name),
  );
  const selects = columns.map(({ coordinate, table, text, type }) => {
    const subject = subjectOf[table];
    if (subject === undefined) throw new Error(`${table}: say whose its rows are in test/web/two-towns/owned-values.ts`);
    return `select '${coordinate}' as coordinate, '${type.name}' as type, ${text} as value, (${subject})::text as subject
      from ${table} ${table.split('.')[1]} where length(${text}) > 2`;
  });
  const rows = await database.asOwner<{ coordinate: string; type: string; value: string; subject: string | null }>(selects.join(' union '));
  const owned = new Map<string, Owner[]>();
  for (const { coordinate, type, value, subject } of rows) {
    const owner = { coordinate, category: markings.outputs.get(coordinate)!.category, subject };
    for (const text of written(value, type, coordinate)) owned.set(text, [...(owned.get(text) ?? []), owner]);
  }
  return owned;
}

const days = new Intl.DateTimeFormat('en-CA', { dateStyle: 'long', timeZone: 'UTC' });
const amounts = new Intl.NumberFormat('en-CA', { style: 'currency', currency: 'CAD', currencyDisplay: 'narrowSymbol' });

/** The ways in which pages write a value. */
function written(value: string, type: string, coordinate: string): readonly string[] {
  // As it is printed on the card, in groups.
  if (coordinate === 'Resident.cardNumber') return [value, value.replaceAll(/.{4}(?=.)/g, '$& ')];
  if (type === 'LocalDate') return value >= firstOtherDay ? [] : [value, days.format(new Date(value))];
  // Without a sign or quotation marks it could be a number of a drawing.
  if (type === 'Money') return Number(value) === 0 ? [] : [amounts.format(Math.abs(Number(value))), JSON.stringify(value)];
  return [value];
}
