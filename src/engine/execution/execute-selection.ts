import type { CompiledSelection, Execution } from './compile/compiled-selection.ts';
import type { Path } from './values/path.ts';

/** Executes a selection on one object (§6.3): the response object, or a promise of it if a field is a promise. */
export function executeSelection(
  execution: Execution,
  { names, executors, createObject }: CompiledSelection,
  source: unknown,
  path: Path | undefined,
): unknown {
  const response = createObject();
  let pending: string[] | undefined;
  try {
    for (let index = 0; index < executors.length; index += 1) {
      const name = names[index]!;
      const value = executors[index]!(execution, source, path);
      // Set at once, even a promise, so that fields keep the order of the document.
      response[name] = value;
      if (value instanceof Promise) (pending ??= []).push(name);
    }
  } catch (error) {
    if (!pending) throw error;
    // Await the fields already begun, up to the first that fails, so that no rejection goes unhandled.
    return Promise.all(pending.map((name) => response[name])).finally(() => {
      throw error;
    });
  }
  return pending ? settle(response, pending) : response;
}

async function settle(response: Record<string, unknown>, pending: readonly string[]): Promise<unknown> {
  const values = await Promise.all(pending.map((name) => response[name]));
  pending.forEach((name, index) => (response[name] = values[index]));
  return response;
}
