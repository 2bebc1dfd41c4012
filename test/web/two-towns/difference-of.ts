import type { Shown } from './town-view.ts';

/** Ids that React numbers in the order in which parts of a page are rendered; React Aria begins them with a random number. */
const numbered = /(?:react-aria\d+-)?_r_[\da-z]+_/g;

/** The first difference between what was shown and asked in two towns, with some text around it. */
export function differenceOf(one: Shown, other: Shown): readonly string[] | undefined {
  const [left, right] = [one, other].map(({ html, fields, asked }) => [html.replaceAll(numbered, '_r_'), fields, ...asked].join('\n')) as [
    string,
    string,
  ];
  if (left === right) return undefined;
  let at = 0;
  while (left[at] === right[at]) at += 1;
  return [left, right].map((text) => text.slice(Math.max(0, at - 100), at + 100));
}
