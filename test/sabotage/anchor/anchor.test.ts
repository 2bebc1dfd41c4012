import { describe, expect, test } from '@jest/globals';
import type { Edit } from '../patch.ts';
import { makeEdit } from './anchor.ts';
import { Sources, Stale } from './sources.ts';

const signIn = `
import { check } from './check.ts';

export class Session {
  readonly #kept = new Map<string, string>();

  end(id: string): void {
    this.#kept.delete(id);
  }
}

export async function signIn(account: Account, password: string): Promise<Result> {
  // Known or not.
  if (isThrottled(account) && account.tries > 3) return { kind: 'throttled' };
  const rows = await sql\`
    select id from account
    where id = \${account.id} and ended_at is null\`;
  await journal.own(account, 'sign-in');
  return { kind: 'done', rows, for: [account, password] };
}
`;

/** Makes an edit in one file, `src/accounts/sign-in.ts` unless others are given. */
function edited(edit: Edit, files: Readonly<Record<string, string>> = { 'src/accounts/sign-in.ts': signIn }): string {
  const read = (file: string): string => files[file]!;
  return makeEdit(new Sources(Object.keys(files), read), read, edit).text;
}

/** The result of an edit of the function `f` with a body. */
function bodyOf(
  body: string,
  edit: Omit<Extract<Edit, { replace: string }>, 'in'> | { readonly drop: string; readonly within?: string },
): string {
  const text = edited({ in: 'f', ...edit }, { 'src/f.ts': `async function f() { ${body} }` });
  return text.slice('async function f() { '.length, -' }'.length);
}

describe('an anchor survives', () => {
  const throttle: Edit = { in: 'signIn', replace: 'isThrottled($ACCOUNT) && $ACCOUNT.tries > 3', by: 'isThrottled($ACCOUNT)' };

  test('a moved and renamed file', () => {
    expect(edited(throttle)).toContain('if (isThrottled(account)) return');
    expect(edited(throttle, { 'src/elsewhere/enter.ts': signIn, 'src/other.ts': 'const signOut = 1;' })).toContain(
      'if (isThrottled(account)) return',
    );
  });

  test('a renamed local, which its replacement uses', () => {
    const renamed = signIn.replaceAll(/\baccount\b/g, 'person');
    expect(edited(throttle, { 'src/a.ts': renamed })).toContain('if (isThrottled(person)) return');
    // The same name is the same code.
    expect(() => edited(throttle, { 'src/a.ts': signIn.replace('isThrottled(account)', 'isThrottled(other)') })).toThrow(Stale);
  });

  test('other line breaks, comments, quotes, parentheses and trailing commas', () => {
    const call: Edit = { in: 'f', replace: "call(one, ['two', three])", by: 'x' };
    for (const spelled of [
      "call(one, ['two', three])",
      'call(\n  // why\n  one,\n  ["two", (three)],\n)',
      "call /* why */ (one, ['two', three,])",
    ]) {
      expect(edited(call, { 'src/f.ts': `function f() { return ${spelled}; }` })).toBe('function f() { return x; }');
    }
  });

  test('a new parameter, property or statement next to it', () => {
    const changed = signIn
      .replace('password: string)', 'password: string, now: Date)')
      .replace("own(account, 'sign-in')", "own(account, 'sign-in', now)")
      .replace('await journal', 'note();\n  await journal');
    expect(edited(throttle, { 'src/a.ts': changed })).toContain('if (isThrottled(account)) return');
    expect(edited({ in: 'signIn', drop: 'await journal.own($$$)' }, { 'src/a.ts': changed })).toContain('note();\n  \n  return');
  });
});

describe('an edit', () => {
  test('finds a function, a class, a method, a property and a nested function', () => {
    const files = {
      'src/a.ts':
        "class A { m() { return 1; } #n = 1 }\nexport const o = { p: 1, 'q-r': () => 1 };\nfunction f() { const g = () => 1; return 2; }",
    };
    expect(edited({ in: 'A.m', replace: '1', by: '2' }, files)).toContain('return 2; } #n = 1');
    expect(edited({ in: 'A.#n', replace: '1', by: '2' }, files)).toContain('return 1; } #n = 2');
    expect(edited({ in: 'o.p', replace: '1', by: '2' }, files)).toContain("{ p: 2, 'q-r': () => 1 }");
    expect(edited({ in: 'f.g', replace: '1', by: '3' }, files)).toContain('const g = () => 3;');
  });

  test.each<[string, string, string, string]>([
    ['a statement', 'await g(a); h();', 'await g($$$)', ' h();'],
    ['a statement with its condition', 'if (a) g(); h();', 'if (a) $CALL', ' h();'],
    ['the first operand', 'return a && (b || c);', 'a', 'return (b || c);'],
    ['the last operand', 'return (a || b) && c;', 'c', 'return (a || b);'],
    ['an operand between others', 'return a && b && c;', 'b', 'return a && c;'],
    ['an optional chain', 'return a?.b ?? c;', '$A?.b', 'return c;'],
    ['an argument', 'g(a, b, c);', 'b', 'g(a, c);'],
    ['the last element', 'return [a, b];', 'b', 'return [a];'],
    ['a property', 'return { a: 1, b: 2 };', 'a: 1', 'return { b: 2 };'],
    ['neighbours', 'return [a, b, c];', 'a, b', 'return [c];'],
  ])('drops %s', (_what, body, pattern, left) => {
    expect(bodyOf(body, { drop: pattern })).toBe(left);
  });

  test('drops nothing that the code around it needs', () => {
    expect(() => bodyOf('return g(a);', { drop: 'g(a)' })).toThrow('f: the code around it needs: g(a)');
  });

  test.each<[string, string, string, string, string]>([
    ['an expression', 'return a ? b : c;', '$IF ? b : $ELSE', '$ELSE', 'return c;'],
    ['statements', 'g(a); h(b); i();', 'g($A); h($B);', 'h($B); g($A);', 'h(b); g(a); i();'],
    ['with all that was matched', 'g(a);', 'g(a)', 'a && $0', 'a && g(a);'],
    ['with several elements', 'return g(a, b, c);', 'g(a, $$$REST)', 'h($$$REST)', 'return h(b, c);'],
    ['a property', 'return { a: 1, b: 2 };', 'b: 2', 'b: 3', 'return { a: 1, b: 3 };'],
    ['in an optional chain', 'return a?.b.c;', 'a?.b', 'a', 'return a.c;'],
    ['a template', 'return `a  ${b}\n c`;', '`a ${$B} c`', '$B', 'return b;'],
  ])('replaces %s', (_what, body, replace, by, left) => {
    expect(bodyOf(body, { replace, by })).toBe(left);
  });

  test('replaces a parameter, a type and an attribute', () => {
    const files = { 'src/p.tsx': 'function p({ a }: A, b: B<C>) { return <input type="text" value={a} />; }' };
    expect(edited({ in: 'p', replace: '{ a }: A', by: '{ a, c }: A' }, files)).toContain('p({ a, c }: A, b');
    expect(edited({ in: 'p', replace: 'B<C>', by: 'C' }, files)).toContain('b: C)');
    expect(edited({ in: 'p', replace: 'type="text"', by: 'type="email"' }, files)).toContain('<input type="email" value={a} />');
  });

  test('looks only within a part', () => {
    const body = "return [{ of: 'x', at: 1 }, { of: 'y', at: 1 }];";
    expect(() => bodyOf(body, { drop: 'at: 1' })).toThrow(Stale);
    expect(bodyOf(body, { within: "{ of: 'y', $$$ }", drop: 'at: 1' })).toBe("return [{ of: 'x', at: 1 }, { of: 'y' }];");
  });

  test('replaces SQL whatever its white space, and any placeholder', () => {
    const sql: Edit = { in: 'signIn', text: 'from account where id = ${$ID} and', by: 'from account where ${$ID} is null and' };
    expect(edited(sql)).toContain('from account where ${account.id} is null and ended_at');
    // A word is a whole word.
    expect(() => edited({ in: 'signIn', text: 'nded_at is null', by: '' })).toThrow(Stale);
  });

  test('imports a symbol from where it is declared', () => {
    const files = { 'src/accounts/sign-in.ts': signIn, 'src/errors/errors.ts': 'export class PrivacyError {}' };
    expect(edited({ in: 'signIn', import: 'PrivacyError' }, files)).toMatch(/^import { PrivacyError } from '\.\.\/errors\/errors\.ts';\n/);
  });

  test('changes a file that is not TypeScript', () => {
    const files = { 'schema/a.graphql': 'type A {\n  a: ID @personal(category: NAME)\n}' };
    expect(edited({ file: 'schema/a.graphql', text: 'a: ID @personal(category: NAME)', by: 'a: ID' }, files)).toBe('type A {\n  a: ID\n}');
  });
});

describe('an edit is refused, and says why, if', () => {
  const twice = { 'src/a/x.ts': 'const x = 1;', 'src/b/x.ts': 'export const x = 2;', 'src/y.ts': 'const y = x;' };

  test('its symbol is missing or ambiguous', () => {
    expect(() => edited({ in: 'signOut', drop: 'a' })).toThrow('nothing is named signOut');
    expect(() => edited({ in: 'Session.begin', drop: 'a' })).toThrow('nothing is named Session.begin');
    expect(() => edited({ in: 'x', replace: '1', by: '2' }, twice)).toThrow('several are named x: src/a/x.ts, src/b/x.ts');
    expect(() => edited({ in: 'x.ts#x', replace: '1', by: '2' }, twice)).toThrow('several are named x.ts#x');
    expect(edited({ in: 'b/x.ts#x', replace: '2', by: '3' }, twice)).toBe('export const x = 3;');
    expect(edited({ in: 'y.ts', replace: 'x', by: 'z' }, twice)).toBe('const y = z;');
  });

  test('its anchor is missing or ambiguous', () => {
    expect(() => edited({ in: 'signIn', drop: 'await journal.others($$$)' })).toThrow(
      'signIn: found 0 times, not once: await journal.others($$$)',
    );
    expect(() => edited({ in: 'signIn', replace: 'account', by: 'a' })).toThrow(/^signIn: found \d+ times, not once: account$/);
    expect(() => edited({ in: 'signIn', text: 'id', by: 'a' })).toThrow(/^signIn: found \d+ times, not once: id$/);
    // An operator is part of what is matched.
    expect(() => edited({ in: 'signIn', replace: '$A.tries < 3', by: 'true' })).toThrow(Stale);
  });

  test('its pattern is no code, or lacks what its replacement uses', () => {
    expect(() => edited({ in: 'signIn', drop: 'a &&' })).toThrow('the pattern is no TypeScript: a &&');
    expect(() => edited({ in: 'signIn', replace: 'isThrottled($A)', by: '$B' })).toThrow('the anchor has no $B');
  });
});
