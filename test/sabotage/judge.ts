import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

/** One suite in the file that `jest --json` writes, as far as it is read here. */
export interface SuiteResult {
  /** Absolute path. */
  readonly name: string;
  readonly status: string;
  readonly message: string;
  readonly assertionResults: readonly {
    readonly fullName: string;
    readonly status: string;
    readonly failureMessages?: readonly string[] | null;
  }[];
}

/** What a suite says of the code that it ran on. */
export type Verdict =
  | { readonly kind: 'green' }
  /** @property test the first failing test's full name */
  | { readonly kind: 'red'; readonly suite: string; readonly test: string; readonly because: string }
  /** It did not come to a test: that the code does not load or start shows nothing about what is tested. */
  | { readonly kind: 'broken'; readonly suite: string; readonly because: string };

/** Tells a test that failed from a suite that could not load, or whose preparation failed for every test alike. */
export function judge(root: string, { name, status, message, assertionResults }: SuiteResult): Verdict {
  if (status !== 'failed') return { kind: 'green' };
  const suite = relative(root, name);
  const failed = assertionResults.filter((result) => result.status === 'failed');
  const [first] = failed;
  if (!first) {
    if (assertionResults.length === 0) return { kind: 'broken', suite, because: firstLine(message) };
    return { kind: 'red', suite, test: 'what is checked after all tests of the suite', because: firstLine(message) };
  }
  const reasons = new Set(failed.map(({ failureMessages }) => (failureMessages ?? []).join('\n')));
  const [reason] = reasons;
  const alike = failed.length === assertionResults.length && reasons.size === 1;
  if (alike && !isAssertion(reason!)) return { kind: 'broken', suite, because: firstLine(reason!) };
  return { kind: 'red', suite, test: first.fullName, because: firstLine((first.failureMessages ?? []).join('\n')) };
}

// Jest's matchers, and fast-check's report of a counterexample.
function isAssertion(text: string): boolean {
  return /\bexpect\(|Property failed after/.test(stripVTControlCharacters(text));
}

function firstLine(text: string): string {
  return (
    stripVTControlCharacters(text)
      .split('\n')
      .map((line) => line.trim())
      .find((line) => line !== '' && !line.startsWith('●')) ?? 'no message'
  );
}
