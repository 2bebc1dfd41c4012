import { expect, test } from '@jest/globals';
import { parse, type OperationDefinitionNode } from 'graphql';
import { namedInDocument } from '../../../src/engine/purpose/declare-purpose.ts';

const named = (head: string, variables: Record<string, unknown> = {}) =>
  namedInDocument(parse(`${head} { a }`).definitions[0] as OperationDefinitionNode, variables);
const id = '00000000-0000-4000-8000-000000000001';

test.each([
  ['nothing', 'query', {}, undefined, undefined],
  ['nothing, with other directives', 'query @live(is: CARE, id: "x")', {}, undefined, undefined],
  ['a purpose', 'query @purpose(is: CARE)', {}, 'CARE', undefined],
  ['a case', `query @case(id: "${id}")`, {}, undefined, id],
  ['both, after another directive', `query @live @case(id: "${id}") @purpose(is: CARE)`, {}, 'CARE', id],
  ['a directive without its argument', 'query @purpose(of: CARE) @case(is: "x")', {}, undefined, undefined],
  ['the argument among others', 'query @purpose(of: OTHER, is: CARE)', {}, 'CARE', undefined],
  ['a purpose in a text', 'query @purpose(is: "CARE")', {}, 'CARE', undefined],
  ['what is no name', 'query @purpose(is: 1) @case(id: null)', {}, '', ''],
  ['variables', 'query ($why: P!, $case: ID!) @purpose(is: $why) @case(id: $case)', { why: 'CARE', case: id }, 'CARE', id],
  ['a variable that is not sent', 'query ($why: P) @purpose(is: $why)', {}, '', undefined],
  ['a variable that is null', 'query ($why: P = CARE) @purpose(is: $why)', { why: null }, '', undefined],
  ['a variable that is no text', 'query ($why: P) @purpose(is: $why)', { why: { is: 'CARE' } }, '', undefined],
  ['a variable with a default', 'query ($other: P = OTHER, $why: P = CARE) @purpose(is: $why)', {}, 'CARE', undefined],
  ['a variable with a text as its default', `query ($case: ID = "${id}") @case(id: $case)`, {}, undefined, id],
  ['a variable that it does not define', 'query ($other: P = OTHER) @purpose(is: $why)', { why: 'CARE' }, 'CARE', undefined],
  ['a variable with a default that is no name', 'query ($why: P = 1) @purpose(is: $why)', {}, '', undefined],
  ['a variable that is sent in place of its default', 'query ($why: P = OTHER) @purpose(is: $why)', { why: 'CARE' }, 'CARE', undefined],
])('an operation can name %s', (_what, head, variables, purpose, case_) => {
  expect(named(head, variables)).toStrictEqual({ purpose, case: case_ });
});

test('an operation without lists names nothing, nor does a variable that it does not define', () => {
  const { directives: _none, variableDefinitions: _neither, ...bare } = parse('{ a }').definitions[0] as OperationDefinitionNode;
  expect(namedInDocument(bare as OperationDefinitionNode, {})).toStrictEqual({ purpose: undefined, case: undefined });
  const { directives } = parse('query ($why: P) @purpose(is: $why) { a }').definitions[0] as OperationDefinitionNode;
  expect(namedInDocument({ ...bare, directives } as OperationDefinitionNode, { why: 'CARE' })).toMatchObject({ purpose: 'CARE' });
  const alone = { ...(parse('query @purpose { a }').definitions[0] as OperationDefinitionNode) };
  const [first] = alone.directives!;
  const { arguments: _without, ...name } = first!;
  expect(namedInDocument({ ...alone, directives: [name] }, {})).toMatchObject({ purpose: undefined });
});
