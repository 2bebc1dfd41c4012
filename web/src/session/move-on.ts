import { drafts } from './drafts.ts';
import type { BrowserSession } from './read-session.ts';

/** Where a tab stands: what is typed in it, what is opened, and what the history says of its page. */
interface Left {
  readonly texts: readonly (readonly [string, string])[];
  readonly opened: ReturnType<typeof drafts.allOpened>;
  readonly state: unknown;
}

/** The person who has signed in with a tab. */
export type Person = Pick<BrowserSession, 'account' | 'role'>;

declare global {
  interface Window {
    /** Gives what was typed to the tab that this one has opened, once, and forgets it here; undefined: not to this person. */
    moveOn?: (person: Person) => Left | undefined;
  }
}

/**
 * Loads the pages again. Typed text is kept in memory only, which a tab loses when it is loaded. So one tab passes it to a new one instead.
 */
export function loadAgain(): void {
  if (drafts.isEmpty) location.reload();
  else window.open(location.href);
}

/** Lets a new tab of the same person go on with what is typed in this one. @param onMoved called once it has. @returns takes that back */
export function offerToMoveOn(person: Person, onMoved: () => void): () => void {
  window.moveOn = ({ account, role }) => {
    if (account !== person.account || role !== person.role) return undefined;
    const left = { texts: drafts.readAll(), opened: drafts.allOpened(), state: history.state as unknown };
    onMoved();
    return left;
  };
  return () => void delete window.moveOn;
}
