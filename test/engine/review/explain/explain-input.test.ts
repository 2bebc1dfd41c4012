import { describe, expect, test } from '@jest/globals';
import { explanationsOf } from '../../../helpers/policy/explanations.ts';
import { club } from '../../club/club.ts';

const { used, entered, compare } = explanationsOf(club);

describe('explanations of inputs and root fields agree with the plan:', () => {
  test.each(used)('$coordinate at $field', ({ coordinate, field, input }) => {
    const { wrong, effects } = compare(field, coordinate, input);
    expect(wrong.slice(0, 2)).toEqual([]);
    expect(effects).toContain('WITHHOLD');
    expect(effects).toContain('PERMIT');
  });

  test.each(entered)('%s', (field) => {
    const { wrong, effects } = compare(field, '');
    expect(wrong.slice(0, 2)).toEqual([]);
    expect(effects).toContain('PERMIT');
  });

  test('there are coordinates to compare', () => {
    expect(used.length).toBeGreaterThan(15);
  });
});
