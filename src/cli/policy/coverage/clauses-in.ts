import type { Clause } from '../../../engine/register.ts';

// `test('title', …)`, `describe("title", …)`, and the title of `test.each(…)('title', …)`; skipped tests do not count.
const titles = /(?:\b(?:describe|test|it)(?:\.only)?|\))\(\s*(['"`])((?:\\.|(?!\1)[^\\])*)\1\s*,/g;
const comments = /^\s*\/\/(.*)$|\s\/\/ (.*)$|\/\*([^]*?)\*\//gm;
const naming = /\bclause `?([a-z]+)\b/gi;

/** Those of the clauses that a test file names, as `clause <id>`, in a comment or in the title of a test or of a group of tests. */
export function clausesNamed(clauses: readonly Clause[], source: string): ReadonlySet<Clause> {
  const texts = [...source.matchAll(titles)].map(([, , title = '']) => title);
  texts.push(...[...source.matchAll(comments)].map(([comment]) => comment));
  const names = texts.flatMap((text) => [...text.matchAll(naming)].map(([, name]) => name));
  return new Set(clauses.filter((clause) => names.includes(clause)));
}
