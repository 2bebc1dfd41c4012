import { town } from '../../../src/town/index.ts';
import { getNamedType, GraphQLID, isObjectType, type GraphQLObjectType } from 'graphql';
import { buildSchema } from '../../../src/server/spine/document/build-schema.ts';

const { schema, markings } = buildSchema(town);
/** The object types of the schema. */
export const objectTypes = Object.values(schema.getTypeMap()).filter(
  (type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith('__'),
);
/** Every field of one type, by coordinate. */
export const fieldsOfType = (wanted: unknown): string[] =>
  objectTypes.flatMap((type) =>
    Object.values(type.getFields()).flatMap((field) => (getNamedType(field.type) === wanted ? [`${type.name}.${field.name}`] : [])),
  );

/** Texts that stand for one thing, such as a number for people to quote. Every field of type ID does. */
export const numbers = [
  'AccessNeed.number',
  'PrivacyRequest.number',
  'PrivacyRequestReceipt.number',
  'PrivacyRequestState.number',
  'Ticket.number',
  'AccessEntry.number',
  'AccessEntry.erases',
  'AccessEntrySubject.pseudonym',
  'InclusionProof.number',
  'InclusionProof.leafHash',
  'InclusionProof.proof',
  'AccessReceipt.leafHash',
  'LogPromise.proof',
  'LogPromise.signed',
  'Resident.cardNumber',
  'Mandate.reference',
  'Erasure.requestNumber',
];
/** The categories of names, addresses and telephone numbers. They say who someone is, which a partner may see or not. */
const ofPeople = new Set<string | undefined>([
  'NAME',
  'INITIALS',
  'EMAIL',
  'EMAIL_HINT',
  'WAITING_EMAIL',
  'TELEPHONE',
  'TELEPHONE_HINT',
  'ADDRESS',
  'LOCALITY',
  'EMPLOYEE_IDENTITY',
]);
/** All other texts: what something is, and not which one it is. */
const contents = [
  /\.(cursor|startCursor|endCursor)$/,
  /\.workEmail$/,
  /\.(body|subject|answer|text|description|notice|why|authority|fields|released|withheld)$/,
  /\.(code|stateCode)$/,
  /^(Policy|PolicyCell|PolicyException|PolicyProhibition|PrivacyStatement|StatementClause|PurposeText)\./,
  /^(WebVisit|WebVisitStatistic)\.(networkAddress|browser|platform|section|download|value)$/,
  /^(Service|Partner|PartnerClient)\.name$/,
  /^(PartnerClient|PartnerClientChange)\.(contact|jwks|jwksUri|formerJwks|withdrawnKeys|suspendReason|endReason)$/,
  /^Mandate\.(issuer|revocationReason)$/,
  /^Erasure\.reason$/,
  /^AccessEntry\.(purposeText|statementVersion|command)$/,
  /^AccessLog\.(checkpoint|consistencyProof)$/,
];
/** Whether a text says what something is. */
export function isContent(coordinate: string): boolean {
  return ofPeople.has(markings.outputs.get(coordinate)?.category) || contents.some((form) => form.test(coordinate));
}

/** Values that several readers may have in common, each with the reason why it does not match a person. */
export const common: Readonly<Record<string, string>> = {
  'AccessEntry.number': 'the place in the public log, which every proof names: two auditors read the same log',
};

/** Every field that stands for one thing. */
export const identifying = new Set([...fieldsOfType(GraphQLID), ...numbers]);
