/** A text in which no line ends at a hyphen, or between a number and what it counts. Pure. */
export function typeset(text: string): string {
  return text.replaceAll('-', '\u2011').replaceAll(/(\d) /g, '$1\u00a0');
}
