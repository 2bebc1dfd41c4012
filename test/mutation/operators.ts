import { absence } from './operators/absence.ts';
import { collection } from './operators/collection.ts';
import { comparison } from './operators/comparison.ts';
import { condition } from './operators/condition.ts';
import { member } from './operators/member.ts';
import { number } from './operators/number.ts';
import type { Operator } from './operators/operator.ts';
import { result } from './operators/result.ts';
import { statement } from './operators/statement.ts';
import { text } from './operators/text.ts';

/** Every kind of change that the mutator makes. */
export const operators: readonly Operator[] = [comparison, condition, absence, result, collection, member, number, statement, text];
