/** Whether the gateway serves the same pages as these, or other ones, or it is unknown. */
export type Served = 'same' | 'other' | 'unreached';

/** Milliseconds. */
const deadline = 10_000;

/** Finds out whether the gateway serves other pages than these by now. Their script has its hash in its name. */
export async function comparePages(): Promise<Served> {
  try {
    const response = await fetch('/', { headers: { accept: 'text/html' }, signal: AbortSignal.timeout(deadline) });
    if (!response.ok) return 'unreached';
    const page = await response.text();
    const [own] = document.scripts;
    return !own || page.includes(new URL(own.src).pathname) ? 'same' : 'other';
  } catch {
    return 'unreached';
  }
}
