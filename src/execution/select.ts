import type { Path } from './path.ts';
import type { Run, Selection } from './step.ts';

/** Answers a selection on one object (§6.3); a promise where something below it is one. */
export function select(run: Run, { names, takes, blank }: Selection, source: unknown, path: Path | undefined): unknown {
  const answer = blank();
  let later: string[] | undefined;
  try {
    for (let at = 0; at < takes.length; at += 1) {
      const name = names[at]!;
      const value = takes[at]!(run, source, path);
      // Set at once even where it is a promise: fields stand in the order of the document.
      answer[name] = value;
      if (value instanceof Promise) (later ??= []).push(name);
    }
  } catch (error) {
    if (!later) throw error;
    // What was begun is waited for, until it fails too: no failure of it goes unheard.
    return Promise.all(later.map((name) => answer[name])).finally(() => {
      throw error;
    });
  }
  return later ? settle(answer, later) : answer;
}

async function settle(answer: Record<string, unknown>, later: readonly string[]): Promise<unknown> {
  const values = await Promise.all(later.map((name) => answer[name]));
  later.forEach((name, place) => (answer[name] = values[place]));
  return answer;
}
