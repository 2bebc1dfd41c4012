import { describe, expect, test } from '@jest/globals';
import { assertEqualAnswers } from '../../bench/http/assert-equal-answers.ts';
import type { ContenderName } from '../../bench/http/contender.ts';
import type { Node } from '../../bench/http/dialects.ts';

const address = { street: '1 Elm Street', locality: 'Beaumont', province: 'AB', postalCode: 'T4X 1A1' };
const fields = {
  givenName: 'Ada',
  familyName: 'Graham',
  initials: 'A.G.',
  ageBand: 'FROM_18_TO_29',
  emailHint: 'a***@***',
  phoneHint: '**61',
};
const plain: Node[] = ['one', 'two'].map((id) => ({ id, ...fields, address }) as unknown as Node);
const nowhere = { street: null, locality: null, province: null, postalCode: null };
const hidden: Node[] = plain.map((node) => ({ ...node, phoneHint: null, address: nowhere }));
const flat: Node[] = hidden.map(({ address: _address, phoneHint: _hint, ...node }) => node as Node);

function check(answers: Partial<Record<ContenderName, Node[]>>): () => void {
  const all = { 'plain-sql': plain, gateway: hidden, postgraphile: flat, ...answers };
  return () => assertEqualAnswers(new Map(Object.entries(all) as [ContenderName, Node[]][]), 2);
}

describe('contenders are timed only if their answers are equal', () => {
  test('the same people are equal, without the address and the hint of the telephone from the gateway and PostGraphile', () => {
    expect(check({})).not.toThrow();
    expect(check({ 'gateway-alone': hidden })).not.toThrow();
  });

  test('the gateway must withhold what a clerk without a case may not see', () => {
    const streets = hidden.map((node) => ({ ...node, address: { ...nowhere, street: '1 Elm Street' } }));
    expect(check({ gateway: streets })).toThrow('gateway has other addresses at 2 rows.');
  });

  test('the gateway must withhold the town and the hint of the telephone', () => {
    const towns = hidden.map((node) => ({ ...node, address: { ...nowhere, locality: 'Beaumont' } }));
    expect(check({ gateway: towns })).toThrow('gateway answers differently at 2 rows.');
    expect(check({ gateway: hidden.map((node) => ({ ...node, phoneHint: '**61' })) })).toThrow('gateway answers differently at 2 rows.');
  });

  test('another order, another value or fewer rows are an error', () => {
    expect(check({ postgraphile: flat.toReversed() })).toThrow('postgraphile answers differently at 2 rows.');
    expect(check({ mercurius: plain.map((node) => ({ ...node, ageBand: 'FROM_65' })) })).toThrow(
      'mercurius answers differently at 2 rows.',
    );
    const homeless = plain.map((node) => ({ ...node, address: { ...address, street: null, postalCode: null } }));
    expect(check({ 'shield-orm': homeless })).toThrow('shield-orm has other addresses at 2 rows.');
    expect(check({ 'plain-sql': plain.slice(1) })).toThrow('plain-sql does not return 2 residents.');
    expect(check({ 'plain-sql': plain.map((node) => ({ ...node, emailHint: null })) })).toThrow('plain-sql has no emailHint at 2 rows.');
    expect(check({ 'plain-sql': plain.map((node) => ({ ...node, address: { ...address, street: null } })) })).toThrow(
      'plain-sql has no street at 2 rows.',
    );
  });
});
