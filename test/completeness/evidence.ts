import { town } from '../../src/town/index.ts';
import fc from 'fast-check';
import { parse } from 'graphql';
import { personas } from '../../demo/personas.ts';
import { createPseudonyms } from '../../src/engine/rows/pseudonyms.ts';
import { buildSchema } from '../../src/server/spine/document/build-schema.ts';
import { Relationship, type MandateKind, type Purpose, type Role } from '../../src/town/shared/graphql/generated/schema.ts';
import { partnerOf } from '../../src/town/policy/partners/partners.ts';
import { areas } from '../corpus/corpus.ts';
import { readExpected } from '../corpus/expected-file.ts';
import { askedOperation, standpointOf } from '../corpus/operation.ts';
import { queries } from '../exhaustive/queries.ts';
import { situationOf } from '../exhaustive/situation.ts';
import { townMaterial } from '../non-interference/operations/town-material.ts';
import { Choices } from '../../src/server/library/testing/asking/choices.ts';
import { numberLists } from '../non-interference/operations/number-lists.ts';
import { releasedIn } from '../non-interference/coverage.ts';
import { fixedOperations } from '../non-interference/operations/fixed-operations.ts';
import { rootFieldsFor, type Pools } from '../non-interference/towns/pools.ts';
import { randomOperation } from '../../src/server/library/testing/asking/random-operation.ts';
import { provedInTests, rounds } from '../non-interference/rounds.ts';
import { standpoints } from '../non-interference/towns/standpoints.ts';
import { readAnswers } from './read-answers.ts';

/** An operation that some suite runs. */
export interface RunOperation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** The operations of the evidence suites: corpus, exhaustive standpoints, and non-interference. */
export interface Evidence {
  readonly operations: readonly RunOperation[];
  /** The coordinate of each value that the expected answers of the corpus release. */
  readonly released: ReadonlySet<string>;
  readonly roles: ReadonlySet<Role>;
  readonly purposes: ReadonlySet<Purpose>;
  readonly relationships: ReadonlySet<Relationship>;
  /** Kinds of the mandates under which something is asked. */
  readonly mandateKinds: ReadonlySet<MandateKind>;
  /** Roles whose reads are in an expected answer of `Query.disclosures`. */
  readonly disclosedRoles: ReadonlySet<Role>;
}

const { schema } = buildSchema(town);
// Any key will do: the operations are not sent.
const pseudonyms = createPseudonyms(Buffer.alloc(32));

/** Collects what all suites run. */
export function collectEvidence(): Evidence {
  const corpus = Object.values(areas).flat();
  const viewers = [...standpoints, ...corpus.map(standpointOf)];
  const answers = corpusAnswers();
  return {
    operations: [
      ...corpus.map((operation) => askedOperation(operation, pseudonyms)),
      ...queries.map((query) => ({ query, variables: {} })),
      ...standpoints.flatMap(fixedOperations),
      ...randomOperations(),
    ],
    released: new Set(answers.flatMap(({ released }) => released)),
    roles: new Set(viewers.map(({ role }) => role)),
    purposes: new Set(viewers.flatMap(({ purpose, purposes, mandate }) => purpose ?? (mandate === undefined ? [] : purposes))),
    relationships: exhaustiveRelationships(),
    mandateKinds: new Set(viewers.flatMap(({ role, mandate }) => (mandate === undefined ? [] : (partnerOf(role)?.mandateKind ?? [])))),
    disclosedRoles: new Set(answers.flatMap(({ data }) => rolesIn(data))),
  };
}

/** The random operations of the suite's proof. Ids and texts in them come from its towns, and are left out here. */
function randomOperations(): RunOperation[] {
  const any = ['any'];
  const { operations, seed } = provedInTests;
  return rounds(operations).flatMap(({ standpoint, size }, index) => {
    const pools = new Proxy({ rootFields: rootFieldsFor(standpoint) } as Pools, {
      get: (known, name) => (name === 'rootFields' ? known.rootFields : any),
    });
    return fc
      .sample(numberLists, { seed: seed + index, numRuns: size })
      .map((numbers) => randomOperation(schema, new Choices(numbers), townMaterial(pools, standpoint)));
  });
}

interface CorpusAnswer {
  readonly data: unknown;
  readonly released: readonly string[];
}

function corpusAnswers(): CorpusAnswer[] {
  return Object.entries(areas).flatMap(([area, operations]) => {
    const answers = readAnswers(readExpected(area));
    return operations.flatMap(({ name, query }) =>
      (answers.get(name) ?? []).flatMap(({ data }) =>
        // An answer with data is one to a document that is valid.
        data ? [{ data, released: releasedIn(schema, parse(query), data) }] : [],
      ),
    );
  });
}

/** The relationships that the exhaustive suite's situations really have. */
function exhaustiveRelationships(): Set<Relationship> {
  const allowed = personas.flatMap(({ role, purposes }) => purposes.map((purpose) => [role, purpose] as const));
  return new Set(
    allowed.flatMap(([role, purpose]) =>
      Object.values(Relationship).filter((relationship) => situationOf(role, purpose, relationship).real === relationship),
    ),
  );
}

/** The roles of partners in an answer of `Query.disclosures`. */
function rolesIn(data: unknown): Role[] {
  const { disclosures } = (data ?? {}) as {
    disclosures?: { edges: readonly { node: { partner?: { role?: Role } | null } | null }[] } | null;
  };
  return (disclosures?.edges ?? []).flatMap(({ node }) => node?.partner?.role ?? []);
}
