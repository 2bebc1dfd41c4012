import { describe, expect, test } from '@jest/globals';
import { replaceAnchor } from './anchor.ts';

const replace = (text: string, from: string, to: string) => replaceAnchor(text, { from, to });

describe('an anchor', () => {
  test('finds each occurrence of its text', () => {
    expect(replace('one two two', 'two', 'x')).toEqual({ text: 'one x x', places: 2 });
    expect(replace('one two two', 'three', 'x')).toEqual({ text: 'one two two', places: 0 });
    expect(replace('a.b(c) a?b', 'a.b(c)', '$')).toEqual({ text: '$ a?b', places: 1 });
  });

  test('survives a renamed variable, which its replacement uses', () => {
    const [from, to] = ['if ($plan.mutation && $seen[$plan.id])', 'if ($seen[$plan.id])'];
    expect(replace('if (outline.mutation && all[outline.id]) go();', from, to).text).toBe('if (all[outline.id]) go();');
    // The same name is the same variable.
    expect(replace('if (outline.mutation && all[other.id]) go();', from, to).places).toBe(0);
    expect(replace('const found = one;', '$a = $b;', '$b = $a;').text).toBe('const one = found;');
    expect(() => replace('a', '$a', '$b')).toThrow('the anchor has no $b');
  });

  test('leaves the placeholders of templates alone', () => {
    expect(replace('`${a} $1`', '${$a} $1', '${x}').text).toBe('`${x}`');
  });

  test('survives other line breaks and a trailing comma', () => {
    const broken = 'call(\n  one,\n  [two, three],\n);';
    expect(replace(broken, 'call(one, [two, three]);', 'x').text).toBe('x');
    expect(replace('call(one, [two, three]);', broken, 'x').text).toBe('x');
    expect(replace('asyncfunction', 'async function', 'x').places).toBe(0);
  });

  test('matches the white space at its ends exactly', () => {
    expect(replace('// why\n  audience,\n  key,\n', '  audience,\n', '').text).toBe('// why\n  key,\n');
    expect(replace('audience,', '  audience,', '').places).toBe(0);
  });
});
