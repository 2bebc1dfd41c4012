import { describe, expect, test } from '@jest/globals';
import { makeMutants } from './mutants.ts';

/** The changes to a text, each as `before → after`. */
function changes(text: string, file = 'src/policy/some.ts'): string[] {
  return makeMutants(file, text).map(({ change }) => change);
}

describe('the mutator', () => {
  test('flips comparisons and logic, one at a time', () => {
    expect(changes('export const f = a === b && !c;')).toEqual(['a === b && !c → a === b || !c', 'a === b → a !== b', '!c → c']);
    expect(changes('let a = b < 3;')).toEqual(['b < 3 → b <= 3', 'b < 3 → b >= 3', '3 → 4', '3 → 2']);
    expect(changes('a += b & c;')).toEqual(['a += b & c; → ;', 'a += b & c → a -= b & c', 'b & c → b | c']);
  });

  test('reduces the operators for absent values', () => {
    expect(changes('const a = b?.c ?? d;')).toEqual(['b?.c ?? d → b?.c', 'b?.c ?? d → d', '?. → .']);
    expect(changes('const a = b?.[c]?.(d);')).toEqual(['?. → nothing', '?. → nothing']);
  });

  test('swaps branches, and makes a branch always or never taken', () => {
    expect(changes('const a = b ? c : d;')).toEqual(['b ? c : d → b ? d : c']);
    expect(changes('if (a) b();')).toEqual(['a → true', 'a → false', 'b(); → ;']);
  });

  test('replaces a function’s result by an empty value of its type', () => {
    const result = (type: string): string[] => changes(`function f(): ${type} { return a; }`);
    expect(result('readonly string[]')).toEqual(['a → []']);
    expect(result('Set<string>')).toEqual(['a → new Set()']);
    expect(result('ReadonlyMap<string, A>')).toEqual(['a → new Map()']);
    expect(result('boolean')).toEqual(['a → true', 'a → false']);
    expect(result('string')).toEqual(["a → ''"]);
    expect(result('A | undefined')).toEqual(['a → undefined']);
    expect(changes('const f = (a) => b;')).toEqual(['b → undefined']);
  });

  test('exchanges and drops methods of lists', () => {
    expect(changes('const a = b.some(c);')).toEqual(['some → every']);
    expect(changes('const a = b?.find(c);')).toEqual(['find → findLast', '?. → .']);
    expect(changes('const a = b.filter(c);')).toEqual(['b.filter(c) → b']);
    expect(changes('const a = new Set(b);')).toEqual(['b → nothing']);
  });

  test('leaves out elements and properties', () => {
    expect(changes('const a = [b, ...c];')).toEqual(['b, → nothing', ', ...c → nothing']);
    expect(changes('const a = { b, c: d, ...e };')).toEqual(['b, → nothing', 'c: d, → nothing', ', ...e → nothing']);
  });

  test('exchanges a word for another of the same vocabulary that the list does not contain', () => {
    expect(changes("const a = { categories: ['NAME', 'PURCHASE'] };")).toContain("'NAME' → 'NETWORK_ADDRESS'");
    expect(changes("const a = { relationship: 'HOUSEHOLD' };")).toContain("'HOUSEHOLD' → 'MANDATE'");
    expect(changes("const a = { category: 'HOUSEHOLD' };")).toContain("'HOUSEHOLD' → 'INITIALS'");
    expect(changes("const a = { role: 'SUPPORT' };")).toContain("'SUPPORT' → 'ANONYMOUS'");
    expect(changes("const a = 'other'; const b = '';")).toEqual(["'other' → ''", "'' → 'something'"]);
    expect(changes('const a = `${b} ${c}`;')).toEqual(['${b} → nothing', '${c} → nothing']);
  });

  test('ignores types, imports, comments, property names and sentences for people', () => {
    expect(changes("import { a } from 'b';\n/** true === 1 */\ntype A = 'NAME' | true;\nexport { a };\ninterface B { c?: 1 }")).toEqual([]);
    expect(changes("const a = { 'NAME': b, because: 'it is so' } satisfies A<'EMAIL'>;")).toEqual(["'NAME': b, → nothing"]);
    expect(changes("const a = { b: 'A sentence.' };", 'src/town/policy/statement/statements.ts')).toEqual([]);
    expect(changes("const a = { b: 'A sentence.' };")).toHaveLength(2);
  });

  test('identifies each change, distinguishes equal ones, and changes nothing else', () => {
    const text = "// é’\nexport const lines = [{ line: 'one', when: [1, 1] }];\n";
    const mutants = makeMutants('a.ts', text).filter(({ change }) => change === '1 → 2');
    expect(mutants.map(({ file, line, place }) => ({ file, line, place }))).toEqual([
      { file: 'a.ts', line: 2, place: 'lines › one › when' },
      { file: 'a.ts', line: 2, place: 'lines › one › when (2)' },
    ]);
    expect(mutants.map((mutant) => mutant.text)).toEqual([text.replace('1, 1', '2, 1'), text.replace('1, 1', '1, 2')]);
  });

  test('makes no invalid TypeScript', () => {
    // `a ?? b || c` without parentheses is not an expression.
    for (const { text } of makeMutants('a.ts', 'const a = (b ?? c) || d;')) expect(() => makeMutants('a.ts', text)).not.toThrow();
    expect(() => makeMutants('a.ts', 'const = ;')).toThrow('Unexpected token');
  });
});
