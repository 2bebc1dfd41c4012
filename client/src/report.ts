import type { Answer } from './answer.ts';

/** A coordinate that is withheld, with its places in the operation: response names, with `*` in place of list indexes. */
export interface ReportedItem {
  readonly coordinate: string;
  readonly paths: readonly (readonly string[])[];
  /** Why it is withheld whatever the data subject; undefined: it depends on the data subject. */
  readonly reason?: string;
}

/** The report of an answer, which comes with its data. */
export interface Report {
  readonly purpose: string | null;
  readonly case?: string;
  /** Certainly withheld; empty with `Privacy-Report: none`. */
  readonly withheld: readonly ReportedItem[];
  /** Withheld unless the relationship to the data subject permits it; empty unless `Privacy-Report: full`. */
  readonly conditional: readonly ReportedItem[];
  /** The rules for a partner about using the data. */
  readonly notice?: string;
  /** The remaining read budget, from the warning threshold on. */
  readonly budget?: Readonly<Record<string, unknown>>;
  readonly errors: NonNullable<Answer['errors']>;
}

/** Why a field has no value. */
export interface Missing {
  /** WITHHELD: whatever the data subject; CONDITIONAL: it may be withheld from this data subject; else the code of an error. */
  readonly code: string;
  /** Why it is withheld, or what is wrong, if that may be told. */
  readonly reason?: string;
  readonly coordinate?: string;
}

interface Named extends Partial<Omit<Report, 'errors' | 'purpose'>> {
  readonly purpose?: string | null;
  /** The principal's cases that this operation ended. */
  readonly endedCases?: readonly string[];
}

/** `extensions.privacy` of an answer; undefined: it has none. */
export function privacyOf({ extensions }: Answer): Named | undefined {
  const privacy = extensions?.['privacy'];
  return typeof privacy === 'object' && privacy !== null ? privacy : undefined;
}

/** Reads the report of an answer. */
export function readReport(answer: Answer): Report {
  const { purpose = null, withheld = [], conditional = [], notice, budget, case: id } = privacyOf(answer) ?? {};
  return {
    purpose,
    withheld,
    conditional,
    errors: answer.errors ?? [],
    ...(id !== undefined && { case: id }),
    ...(notice !== undefined && { notice }),
    ...(budget !== undefined && { budget }),
  };
}

/**
 * Says why the field at a path of the answer has no value, such as `['residents', 'edges', 0, 'node', 'email']`.
 * @returns undefined if the answer names no cause: then the value is there, or there is none
 */
export function whyMissing({ withheld, conditional, errors }: Report, path: readonly (string | number)[]): Missing | undefined {
  const at = (item: ReportedItem): boolean => item.paths.some((pattern) => isWithin(path, pattern));
  const error = errors.find((one) => one.path && isWithin(path, one.path));
  if (error) return codesOf(error.extensions);
  const certain = withheld.find(at);
  if (certain) return { code: 'WITHHELD', coordinate: certain.coordinate, ...(certain.reason !== undefined && { reason: certain.reason }) };
  const possible = conditional.find(at);
  return possible && { code: 'CONDITIONAL', coordinate: possible.coordinate };
}

function codesOf(extensions: Readonly<Record<string, unknown>> = {}): Missing {
  const { code, reason } = extensions;
  return { code: typeof code === 'string' ? code : 'UNKNOWN', ...(typeof reason === 'string' && { reason }) };
}

/** Whether a path is at a pattern or below it. */
function isWithin(path: readonly (string | number)[], pattern: readonly (string | number)[]): boolean {
  return (
    pattern.length <= path.length && pattern.every((step, index) => (step === '*' ? isIndex(path[index]) : `${step}` === `${path[index]}`))
  );
}

function isIndex(step: string | number | undefined): boolean {
  return typeof step === 'number' || /^\d+$/.test(step ?? '');
}
