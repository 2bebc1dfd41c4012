import { drafts } from './drafts.ts';
import type { Person } from './move-on.ts';

/** Goes on with what is typed in the tab that has opened this one, if it was loaded again by the same person. Others get nothing. */
export function takeOver(person: Person): void {
  const before = window.opener as Window | null;
  window.opener = null;
  let left: ReturnType<NonNullable<Window['moveOn']>>;
  try {
    left = before?.moveOn?.(person);
  } catch {
    // A page of another site has opened this one.
  }
  if (!left) return;
  for (const [name, text] of left.texts) drafts.write(name, text);
  for (const [key, id] of left.opened) drafts.keepOpened(id, key);
  history.replaceState(left.state, '');
}
