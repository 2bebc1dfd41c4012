/** A message from one tab to the others of the same browser. */
export type Told =
  /** The id of the browser's session, as a tab found it; null: no one has signed in. */
  | { readonly is: string | null }
  /** The id of a session that has ended. */
  | { readonly over: string }
  /** The id of a session that was used. */
  | { readonly used: string }
  /** The ids of cases that have ended. */
  | { readonly ended: readonly string[] };

/** Between the tabs of one browser. A tab does not hear itself. */
export const tabs = new BroadcastChannel('session');

/** Tells the other tabs. */
export function tellTabs(told: Told): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no other origin
  tabs.postMessage(told);
}
