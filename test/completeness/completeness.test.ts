import { town } from '../../src/town/index.ts';
import { describe, expect, test } from '@jest/globals';
import { buildSchema } from '../../src/server/spine/document/build-schema.ts';
import { collectEvidence, type Evidence } from './evidence.ts';
import { findGaps } from './find-gaps.ts';

const { schema, markings } = buildSchema(town);
const evidence = collectEvidence();
const gapsWith = (reduced: Partial<Evidence>): string[] => findGaps(schema, markings, { ...evidence, ...reduced });
const without = <Value>(set: ReadonlySet<Value>, value: Value): Set<Value> => new Set([...set].filter((one) => one !== value));
const withoutText = (text: string): Partial<Evidence> => ({
  operations: evidence.operations.filter(({ query, variables }) => !(query + JSON.stringify(variables)).includes(text)),
});

test('the evidence exercises every field, argument, input field, sort key, role, purpose, relationship, mandate kind and root field', () => {
  expect(gapsWith({})).toEqual([]);
});

describe('evidence is named that lacks', () => {
  test('a root field, with its arguments', () => {
    expect(gapsWith(withoutText('sealsToReview'))).toContain(
      'Query.sealsToReview is never asked for: add it to an operation in test/corpus',
    );
  });

  test('a mutation, with its input', () => {
    expect(gapsWith(withoutText('revokeMandate'))).toEqual(
      expect.arrayContaining([
        'Mutation.revokeMandate is never asked for: add it to an operation in test/helpers/changes/changes.ts',
        'Mutation.revokeMandate(input:) is never given: give it in an operation in test/helpers/changes/changes.ts',
        'RevokeMandateInput.mandateId is never given: give it in an operation in test/helpers/changes/changes.ts',
      ]),
    );
  });

  test('a sort key', () => {
    expect(gapsWith(withoutText('BIRTH_DATE'))).toContain(
      'ResidentOrder.BIRTH_DATE is never given: give it in an operation in test/corpus',
    );
  });

  test('an input field', () => {
    expect(gapsWith(withoutText('entryId'))).toContain(
      'FileRequestInput.entryId is never given: give it in an operation in test/helpers/changes/changes.ts',
    );
  });

  test('the value of a personal field', () => {
    expect(gapsWith({ released: without(evidence.released, 'Resident.mobilePhone') })).toEqual([
      'Resident.mobilePhone is never released: add it, asked for by a role that may see it, to test/corpus',
    ]);
  });

  test('a role, a purpose, a relationship or a kind of mandate', () => {
    expect(
      gapsWith({
        roles: without(evidence.roles, 'SECURITY'),
        purposes: without(evidence.purposes, 'PAYMENT'),
        relationships: without(evidence.relationships, 'HOUSEHOLD'),
        mandateKinds: without(evidence.mandateKinds, 'WORK_ORDER'),
      }).map((gap) => gap.split(':')[0]),
    ).toEqual([
      'Role SECURITY never asks',
      'Purpose PAYMENT is never declared',
      'Relationship HOUSEHOLD never exists',
      'MandateKind WORK_ORDER is never used',
    ]);
  });

  test('a disclosure of a partner role', () => {
    expect(gapsWith({ disclosedRoles: without(evidence.disclosedRoles, 'COLLECTION_AGENCY') }).map((gap) => gap.split(':')[0])).toEqual([
      'Role COLLECTION_AGENCY is never in Query.disclosures',
    ]);
  });
});
