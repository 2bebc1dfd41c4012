/** The checks that can make a gateway or an authorization server not ready. */
export const checkNames = ['database', 'schema', 'definitions', 'roles', 'log', 'sequencer', 'history', 'promises', 'keys'] as const;
export type CheckName = (typeof checkNames)[number];

/** Throws or resolves to false if the gateway may not serve. */
export type Check = () => Promise<boolean>;

/** Whether a gateway may serve. It holds no personal value. */
export interface Readiness {
  /** The names of the checks that fail, in the order of `checkNames`. The answer may be as old as `maximumAge`. */
  failed(): Promise<readonly CheckName[]>;
  /** The last result, without a check; undefined before the first. */
  readonly latest: readonly CheckName[] | undefined;
  stop(): void;
}

/** Milliseconds that one check may take. */
const longestCheck = 2_500;
/** Milliseconds for which a result is given again, so that asking cannot be used to load the database. */
const maximumAge = 1_000;
/** Milliseconds between two checks if no one asks. */
const pause = 5_000;

/** A check that fails, and why: what it threw. Undefined where it says no, or takes too long. */
export interface FailedCheck {
  readonly check: CheckName;
  readonly error: unknown;
}

/**
 * Makes the readiness of a gateway from its checks, which run at the same time.
 * @param report called with the checks that fail, whenever these are others than before
 */
export function createReadiness(
  checks: Readonly<Partial<Record<CheckName, Check>>>,
  report: (failed: readonly FailedCheck[]) => void = () => undefined,
): Readiness {
  let latest: readonly CheckName[] | undefined;
  let checked = Number.NEGATIVE_INFINITY;
  let running: Promise<readonly CheckName[]> | undefined;

  const check = async (): Promise<readonly CheckName[]> => {
    const results = await Promise.all(checkNames.map(async (name) => failureOf(name, checks[name])));
    const failures = results.filter((result) => result !== undefined);
    const names = failures.map((failure) => failure.check);
    if (String(names) !== String(latest ?? [])) report(failures);
    latest = names;
    checked = performance.now();
    running = undefined;
    return latest;
  };
  const failed = async (): Promise<readonly CheckName[]> => {
    if (latest && performance.now() - checked < maximumAge) return latest;
    return (running ??= check());
  };
  const timer = setInterval(() => void failed(), pause).unref();
  return {
    failed,
    get latest() {
      return latest;
    },
    stop: () => clearInterval(timer),
  };
}

/** @returns undefined if the check passes */
async function failureOf(name: CheckName, check: Check | undefined): Promise<FailedCheck | undefined> {
  if (!check) return undefined;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), longestCheck).unref();
  });
  try {
    return (await Promise.race([check(), late])) ? undefined : { check: name, error: undefined };
  } catch (error) {
    return { check: name, error };
  } finally {
    clearTimeout(timer);
  }
}
