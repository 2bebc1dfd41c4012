import { failed } from './failed.ts';
import type { Path } from './path.ts';
import type { Run, Selection, Step } from './step.ts';

/** Answers a selection on one object; a promise where something below it is one. */
export function select(run: Run, { steps, blank }: Selection, source: unknown, path: Path | undefined): unknown {
  const answer = new blank();
  const later: string[] = [];
  try {
    for (const step of steps) {
      const value = take(run, step, source, path);
      // Set at once even where it is a promise: fields stand in the order of the document.
      answer[step.name] = value;
      if (isPromise(value)) later.push(step.name);
    }
  } catch (error) {
    if (later.length === 0) throw error;
    // What was begun is waited for, until it fails too: no failure of it goes unheard.
    return Promise.all(later.map((name) => answer[name])).finally(() => {
      throw error;
    });
  }
  return later.length === 0 ? answer : settle(answer, later);
}

async function settle(answer: Record<string, unknown>, later: readonly string[]): Promise<unknown> {
  const values = await Promise.all(later.map((name) => answer[name]));
  later.forEach((name, place) => (answer[name] = values[place]));
  return answer;
}

function take(run: Run, step: Step, source: unknown, above: Path | undefined): unknown {
  const path = step.leaf ? undefined : { above, key: step.name };
  try {
    const value: unknown = step.resolve(source, step.argumentsFor(run), run.context, step.info);
    if (isPromise(value)) return takeLater(run, step, value, above, path);
    const completed = step.complete(run, value, path);
    return isPromise(completed) ? completed.then(undefined, (error: unknown) => fail(run, step, error, above, path)) : completed;
  } catch (error) {
    return fail(run, step, error, above, path);
  }
}

function takeLater(run: Run, step: Step, value: PromiseLike<unknown>, above: Path | undefined, path: Path | undefined): Promise<unknown> {
  return Promise.resolve(value)
    .then((settled) => step.complete(run, settled, path))
    .then(undefined, (error: unknown) => fail(run, step, error, above, path));
}

function fail(run: Run, step: Step, error: unknown, above: Path | undefined, path: Path | undefined): null {
  return failed(run, error, step.nodes, path ?? { above, key: step.name }, step.nullable);
}

export function isPromise(value: unknown): value is Promise<unknown> {
  return (
    ((typeof value === 'object' && value !== null) || typeof value === 'function') &&
    typeof (value as { then?: unknown }).then === 'function'
  );
}
