/** What may keep a gateway from serving. */
export const checkNames = ['database', 'roles', 'log', 'sequencer', 'keys'] as const;
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
/** Milliseconds between two checks if nobody asks. */
const pause = 5_000;

/** Makes the readiness of a gateway from its checks, which run at the same time. */
export function createReadiness(checks: Readonly<Partial<Record<CheckName, Check>>>): Readiness {
  let latest: readonly CheckName[] | undefined;
  let checked = Number.NEGATIVE_INFINITY;
  let running: Promise<readonly CheckName[]> | undefined;

  const check = async (): Promise<readonly CheckName[]> => {
    const results = await Promise.all(checkNames.map(async (name) => (await passes(checks[name])) || name));
    latest = results.filter((result) => result !== true);
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

async function passes(check: Check | undefined): Promise<boolean> {
  if (!check) return true;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), longestCheck).unref();
  });
  return Promise.race([check().catch(() => false), late]).finally(() => clearTimeout(timer));
}
