import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

/** The part of a suite's result in `jest --json` that is read here. */
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

/** A suite's verdict on the code. */
export type Verdict =
  | { readonly kind: 'green' }
  /** @property test the first failing test's full name */
  | { readonly kind: 'red'; readonly suite: string; readonly test: string; readonly because: string }
  /** No test ran. Code that does not load or start proves nothing about the tests. */
  | { readonly kind: 'broken'; readonly suite: string; readonly because: string };

/** Distinguishes a failed test from a suite that could not load, or whose setup failed for every test. */
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
  const failedInSetup = failed.length === assertionResults.length && reasons.size === 1;
  if (failedInSetup && !isAssertion(reason!)) return { kind: 'broken', suite, because: firstLine(reason!) };
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
