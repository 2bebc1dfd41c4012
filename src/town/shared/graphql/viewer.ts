import type { RequestContext } from '../../../engine/request-context.ts';
import { notFormed } from '../../../platform/errors/not-formed.ts';
import { entryReader, logReader, subjectOf, subjectPseudonym } from '../../../engine/rows/pseudonyms.ts';
import { isUuid } from '../../../platform/sql/is-uuid.ts';
import type { Viewer } from '../access/scope.ts';
import type { ResolversParentTypes } from './generated/resolvers.ts';
import { getNamedType, GraphQLID, isObjectType, type GraphQLSchema } from 'graphql';
import type { Row } from '../rows/row.ts';

/** The principal, case and mandate of an operation, for the reads of records. */
export function viewerOf({ principal, declaration, reader }: RequestContext): Viewer {
  const subjects = declaration?.authority?.subjects;
  return {
    principalId: principal.id,
    role: principal.role,
    caseId: declaration?.openCase?.id,
    mandateId: declaration?.authority?.inForce ? declaration.authority.id : undefined,
    subjectIds: subjects && [...subjects],
    today: reader.today,
    timeZone: reader.timeZone,
  };
}

const nothing: ReadonlySet<string> = new Set();

/** The fields of these types that the operation may fetch. Several types can be rows of one table. */
export function fieldsOf({ plan }: RequestContext, ...types: readonly (keyof ResolversParentTypes)[]): ReadonlySet<string> {
  return plan?.fieldsOf(...types) ?? nothing;
}

/**
 * An id that is the same for every principal, in the lower case of the records: a key that the client made, or an id that a partner also
 * gets outside of the gateway, such as its mandate.
 * @throws PrivacyError INPUT_INVALID with the coordinate if it is not a UUID
 */
export function uuidFrom(given: string, coordinate: string): string {
  const id = given.toLowerCase();
  if (!isUuid(id)) throw notFormed({ [coordinate]: 'UUID' });
  return id;
}

/**
 * The id that the principal means: the inverse of `shownId`. A partner's internal id is read as a pseudonym as well, so that it means
 * nothing and is answered like an unknown id. Otherwise a partner could match its ids with those of others.
 * @throws PrivacyError INPUT_INVALID with the coordinate if it is not a UUID
 */
export function idFrom({ principal, pseudonyms }: RequestContext, given: string, coordinate: string): string {
  const id = uuidFrom(given, coordinate);
  return principal.partner ? pseudonyms.recognise(principal.id ?? '', id)! : id;
}

/** An id as the principal sees it: a partner sees its own pseudonym (clause `sharing`). Every field of an id without a resolver shows it. */
export function shownId({ principal, pseudonyms }: RequestContext, id: unknown): string | null {
  if (typeof id !== 'string') return null;
  return principal.partner ? pseudonyms.disguise(principal.id ?? '', id) : id;
}

/** The number of a case, such as `T-01234567`, as the principal sees it: a partner sees its own number, which no input accepts. */
export function shownNumber({ principal, pseudonyms }: RequestContext, number: unknown): string | null {
  if (typeof number !== 'string') return null;
  if (!principal.partner) return number;
  const digits = BigInt(`0x${pseudonyms.identify(`number ${principal.id ?? ''}`, number).replaceAll('-', '')}`) % 100_000_000n;
  return `${number.split('-')[0]}-${String(digits).padStart(8, '0')}`;
}

/** The reader for whom ids and names in the access log are made. */
export function logReaderOf({ principal, declaration }: RequestContext): string {
  return logReader(principal.role, principal.id, declaration?.purpose);
}

/** An access entry's id as the principal sees it for this purpose. Receipts alone have the id itself. */
export function shownEntryId(request: RequestContext, id: string): string {
  return request.pseudonyms.disguise(entryReader(logReaderOf(request)), id);
}

/**
 * The id of an item of a list, so that a client's cache keeps it apart from the others. It cannot be reversed, and differs for each type,
 * principal and purpose. So it does not help to match items that are shown to others, or for another purpose.
 * @param keys the values that tell the item from all others of its type
 */
export function shownItem(request: RequestContext, type: keyof ResolversParentTypes, ...keys: readonly [string, ...string[]]): string {
  return request.pseudonyms.identify(`item ${type} ${logReaderOf(request)}`, JSON.stringify(keys));
}

/**
 * Converts an entry's id that was shown to the principal for this purpose.
 * @throws PrivacyError INPUT_INVALID with the coordinate if it is not a UUID
 */
export function entryIdFrom(request: RequestContext, given: string, coordinate: string): string {
  const shown = uuidFrom(given, coordinate);
  return request.pseudonyms.recognise(entryReader(logReaderOf(request)), shown) ?? shown;
}

/** A data subject's pseudonym in the access log, as the principal sees it for this purpose. */
export function shownSubject(request: RequestContext, id: string): string {
  return subjectPseudonym(request.pseudonyms, logReaderOf(request), id);
}

/**
 * Converts a pseudonym that was shown to the principal for this purpose. Any other text gives an id that belongs to no person.
 * @throws PrivacyError INPUT_INVALID with the coordinate if it does not have the form of a pseudonym
 */
export function subjectFrom(request: RequestContext, given: string, coordinate: string): string {
  const id = subjectOf(request.pseudonyms, logReaderOf(request), given);
  if (id === undefined) throw notFormed({ [coordinate]: 'AccessEntrySubject.pseudonym' });
  return id;
}

/**
 * Gives every field of type ID without a resolver one that shows the id as the principal sees it, in place. So a field that is added later
 * does not show a partner the id that others have.
 */
export function showIds(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      if (getNamedType(field.type) !== GraphQLID || field.resolve) continue;
      field.resolve = (row: Row, _arguments, { request }: { readonly request: RequestContext }) => {
        const id = row[field.name];
        return Array.isArray(id) ? id.map((one) => shownId(request, one)) : shownId(request, id);
      };
    }
  }
}
