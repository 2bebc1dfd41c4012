import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Asking for the time, of Node or of PostgreSQL, or adding to it. */
const asksForTime = /new Date\(\)|Date\.now|\bnow\(\)|current_date|_timestamp\b|\binterval '|make_interval/;

/** These ask for the time only to measure, or for proofs of possession: the gateway of the tests has a clock that stands still. */
const measuring = ['test/helpers/gateway/gateway.ts', 'test/helpers/time/until.ts'];

/** A suite, and what the modules of the tests that it loads do. */
export interface Suite {
  /** Relative to the root. */
  readonly path: string;
  /** Whether one of them asks for the time, apart from those that only measure. */
  readonly knowsDate: boolean;
  /** Whether the suite itself asks for the time. */
  readonly asksItself: boolean;
  /** Whether one of them starts a browser, whose clock is not set. */
  readonly hasBrowser: boolean;
  /** Whether one of them starts processes, which takes long. */
  readonly startsProcesses: boolean;
}

/** All suites. */
export function allSuites(root: string): readonly Suite[] {
  const text = new Map<string, string>();
  const read = (path: string): string => {
    const known = text.get(path) ?? readFileSync(join(root, path), 'utf8');
    text.set(path, known);
    return known;
  };
  const measured = new Set(measuring.flatMap((one) => [...modulesOf(root, one, read)]));
  return globSync('test/**/*.test.ts', { cwd: root })
    .toSorted()
    .map((path) => {
      const loaded = [...modulesOf(root, path, read)];
      return {
        path,
        knowsDate: loaded.some((one) => !measured.has(one) && asksForTime.test(read(one))),
        asksItself: asksForTime.test(read(path)),
        hasBrowser: loaded.some((one) => read(one).includes("from 'playwright-core'")),
        startsProcesses: loaded.some((one) => read(one).includes("from 'node:child_process'")),
      };
    });
}

/** The modules of the tests that one loads, itself among them. */
function modulesOf(root: string, path: string, read: (path: string) => string): ReadonlySet<string> {
  const found = new Set([path]);
  for (const one of found) {
    for (const [, specifier = ''] of read(one).matchAll(/^(?:import (?!type )|export |\} ).*'(\.[^']+)';$/gm)) {
      const imported = join(dirname(one), specifier);
      if (imported.startsWith('test/') && existsSync(join(root, imported))) found.add(imported);
    }
  }
  return found;
}
