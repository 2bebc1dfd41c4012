import { describe, expect, test } from '@jest/globals';
import { limitOn, type AccessLimits } from '../../../../src/engine/policy/declaration/access-limits.ts';
import type { DataCategory } from '../../../../src/engine/register.ts';

const categories = (...named: readonly DataCategory[]): ReadonlySet<DataCategory> => new Set(named);

describe('limits', () => {
  test('that name nothing withhold nothing', () => {
    expect([limitOn(undefined, 'NAME'), limitOn({}, 'NAME', 'Member.givenName')]).toEqual([undefined, undefined]);
  });

  test('withhold what they do not name, and the registration is told before the token', () => {
    const limits: AccessLimits = { registered: categories('NAME', 'EMAIL'), categories: categories('NAME', 'ADDRESS') };
    expect(limitOn(limits, 'NAME')).toBeUndefined();
    expect(limitOn(limits, 'EMAIL')).toBe('NOT_IN_TOKEN');
    expect(limitOn(limits, 'ADDRESS')).toBe('NOT_IN_REGISTRATION');
    expect(limitOn(limits, 'BIRTH_DATE')).toBe('NOT_IN_REGISTRATION');
  });

  test('of fields withhold every other field, whatever its category', () => {
    const limits: AccessLimits = { coordinates: new Set(['Member.givenName']) };
    expect(limitOn(limits, 'NAME', 'Member.givenName')).toBeUndefined();
    expect(limitOn(limits, 'NAME', 'Member.familyName')).toBe('NOT_IN_TOKEN');
  });

  test('leave the existence of people, unless they permit nothing', () => {
    const limits: AccessLimits = {
      registered: categories('NAME'),
      categories: categories('EMAIL'),
      coordinates: new Set(['Member.email']),
    };
    expect(limitOn(limits, 'EXISTENCE', 'Member')).toBeUndefined();
    expect(limitOn({ ...limits, registered: categories() }, 'EXISTENCE', 'Member')).toBe('NOT_IN_REGISTRATION');
    expect(limitOn({ ...limits, categories: categories() }, 'EXISTENCE', 'Member')).toBe('NOT_IN_TOKEN');
    expect(limitOn({ ...limits, coordinates: new Set() }, 'EXISTENCE', 'Member')).toBe('NOT_IN_TOKEN');
  });
});
