import type { Person } from '../clinic/people.ts';

/** An advisory, an issue or a document that the case is taken from. */
export interface Source {
  readonly text: string;
  readonly url: string;
}

/** One way around access control, and how it is tried. */
export interface BypassCase {
  /** The way that is tried, as the table shows it. */
  readonly title: string;
  readonly sources: readonly Source[];
  /** The person who asks and must learn nothing. */
  readonly by: Person;
  /** A person who may see it: the same operation must show it, or the case would ask nothing. */
  readonly shownTo: Person;
  /** In the common schema. */
  readonly operation: string;
  /** An operation that differs by a fact that the person may not learn. */
  readonly other?: string;
  /** The operation that shows the value to the other person, if it is another one. */
  readonly control?: string;
  /** With `other`: an operation whose answer differs from that to `control` for the other person. */
  readonly otherControl?: string;
  readonly judge: Judge;
}

/** The observation that must not be possible. */
export type Judge =
  /** The answer must not match; texts in base64 are read as well. */
  | { readonly in: 'answer'; readonly secret: RegExp }
  /** The rows that PostgreSQL returned for the answer must not match. */
  | { readonly in: 'rows'; readonly secret: RegExp }
  /** The answers to both operations must be alike. */
  | { readonly in: 'difference' }
  /** The answer must not match while the log of reads cannot be written. */
  | { readonly in: 'answer without log'; readonly secret: RegExp }
  /** The answer must not match where a rule was written under a wrong name, unless the start is refused. */
  | { readonly in: 'answer under a misnamed rule'; readonly secret: RegExp };
