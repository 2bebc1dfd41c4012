import { readMatrixFile, readRootFieldsFile, type MatrixLine } from '../helpers/policy/matrix-file.ts';
import type { Standpoint } from './towns/standpoints.ts';
import type { RelationshipFact, ExpectedRelationships } from './towns/expected-relationships.ts';
import type { Resident, Town } from './towns/town.ts';

/** The categories that a standpoint may see, read from the committed matrix alone. It does not depend on the decision code. */
export interface Oracle {
  /** The categories that may be seen of a resident, with EXISTENCE if a root field can return the rows of all residents. */
  of(resident: Resident): ReadonlySet<string>;
  /** The categories that may be seen of a privacy request from a person without an account. */
  ofRequest(id: string): ReadonlySet<string>;
  /** The categories that may be seen under a relationship, without conditions about a resident. */
  under(relationship: string): ReadonlySet<string>;
  /** The row scope of a root field: `Query.tickets` → QUEUE. */
  scopeOf(field: string): string | undefined;
}

const lines = readMatrixFile();
const rootFields = readRootFieldsFile();

export function createOracle(standpoint: Standpoint, relationships: ExpectedRelationships): Oracle {
  const { role } = standpoint;
  const purpose = standpoint.purpose ?? purposeOfMandate(standpoint);
  const left = standpoint.narrowed?.left && new Set<string>(standpoint.narrowed.left);
  const mine = lines.filter((line) => line.role === role && line.purpose === purpose);
  const see = (relationship: string, conditions: ReadonlySet<string>): Set<string> =>
    new Set(
      mine
        .filter((line) => line.relationship === relationship && holds(line, conditions, relationships.named))
        .map(({ category }) => category)
        .filter((category) => category === 'EXISTENCE' || (left?.has(category) ?? true)),
    );
  const scopes = new Map(
    rootFields
      .filter((line) => line.role === role && purpose !== undefined && line.purposes.includes(purpose))
      .map(({ field, rows }) => [field, rows]),
  );
  const returnsAllResidents = [...scopes.entries()].some(([field, rows]) => rows === 'ALL' && !withoutResidents.test(field));
  return {
    of(resident) {
      const fact: RelationshipFact | undefined = relationships.factAbout(resident);
      if (!fact) return new Set();
      const seen = see(fact.relationship, fact.conditions);
      if (returnsAllResidents) seen.add('EXISTENCE');
      return seen;
    },
    ofRequest: (id) => see(id === standpoint.case ? 'OPEN_REQUEST' : 'NONE', new Set()),
    under: (relationship) => see(relationship, new Set()),
    scopeOf: (field) => scopes.get(field),
  };
}

// Root fields whose rows reveal no resident: visits have no data subject, the log shows pseudonyms, and the staff register has employees.
const withoutResidents = /\.(webVisit|accessEntries|disclosures|\w*[eE]mployee|renewInvitation)/;

function holds({ when, except, category }: MatrixLine, conditions: ReadonlySet<string>, named: ReadonlySet<string>): boolean {
  const isTrue = (term: string): boolean => (term === 'CATEGORY_NAMED' ? named.has(category) : conditions.has(term));
  const excepted = except
    .split('; ')
    .filter((one) => one !== '')
    .some((one) => one.split(' and ').every((term) => (term.startsWith('not ') ? !isTrue(term.slice(4)) : isTrue(term))));
  return when.every(isTrue) && !excepted;
}

// A partner declares no purpose: its mandate has one, and each partner's role has only one.
function purposeOfMandate({ mandate, purposes }: Standpoint): string | undefined {
  return mandate === undefined ? undefined : purposes[0];
}

/** The categories that may be seen of every resident of a town, by id. */
export function seenOfAll(town: Town, oracle: Oracle): Map<string, ReadonlySet<string>> {
  return new Map(town['recreation.resident'].map((resident) => [resident.id, oracle.of(resident)]));
}
