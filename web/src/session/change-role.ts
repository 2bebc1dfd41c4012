import { ownPage, type BrowserSession, type Role } from './read-session.ts';

/** Milliseconds. */
const deadline = 10_000;

/**
 * Changes the capacity in which the session acts, but not that of another person who has signed in with the browser since. The pages must
 * be loaded again.
 * @throws Error if the gateway refuses
 */
export async function changeRole({ id }: Pick<BrowserSession, 'id'>, role: Role): Promise<void> {
  const headers = { ...ownPage, 'content-type': 'application/json', 'privacy-session': id };
  const signal = AbortSignal.timeout(deadline);
  const response = await fetch('/session/capacity', { method: 'POST', headers, body: JSON.stringify({ role }), signal });
  if (!response.ok) throw new Error(`/session/capacity answers ${response.status}`);
}
