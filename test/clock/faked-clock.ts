import { execFileSync } from 'node:child_process';
import { globSync } from 'node:fs';

const places = [
  '/usr/lib/*/faketime/libfaketimeMT.so.1',
  '/usr/lib*/faketime/libfaketimeMT.so.1',
  '/usr/local/lib/faketime/libfaketimeMT.so.1',
];

/** Seconds by which a clock that was set may differ from what it should be. */
const tolerance = 60;

/**
 * The path of libfaketime, which answers programs that ask for the time.
 * @throws Error that says how to install it
 */
export function findLibrary(): string {
  const [found] = places.flatMap((place) => globSync(place));
  if (found !== undefined) return found;
  throw new Error(
    'libfaketime was not found. On Debian and Ubuntu: apt-get install libfaketime. Other systems than Linux cannot run this.',
  );
}

/**
 * Milliseconds after which every process has read the file that sets its clock again: libfaketime counts whole seconds, and reads once more
 * than one of them has passed.
 */
export const settled = 2_500;

/**
 * The environment of processes whose clock is set, and of those that they start. Clocks that only measure stay as they are, so that no
 * deadline changes. The processes share no semaphore: if one is killed while it holds it, all others wait for it without end.
 * @param clock by how many seconds the clock is ahead, or a file that says so and may change
 */
export function withClock(library: string, clock: number | { readonly file: string }, timeZone: string): Readonly<Record<string, string>> {
  return {
    LD_PRELOAD: library,
    TZ: timeZone,
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
    FAKETIME_DISABLE_SHM: '1',
    ...(typeof clock === 'number' ? { FAKETIME: ahead(clock) } : { FAKETIME_TIMESTAMP_FILE: clock.file, FAKETIME_CACHE_DURATION: '1' }),
  };
}

/** Seconds as libfaketime reads them. */
export function ahead(seconds: number): string {
  return `${seconds < 0 ? '' : '+'}${seconds.toFixed(3)}`;
}

/** @throws Error if the clock of this Node cannot be set, or its processes share a semaphore */
export function assertCanSet(library: string): void {
  const seconds = 40 * 86_400;
  const env = { ...process.env, ...withClock(library, seconds, 'UTC') };
  const asked = 'JSON.stringify([Date.now(), process.env.FAKETIME_SHARED])';
  const [told, shared] = JSON.parse(execFileSync(process.execPath, ['--print', asked], { env, encoding: 'utf8' })) as [number, string?];
  if (shared) throw new Error(`${library} is too old: it cannot do without a semaphore`);
  if (Math.abs(told - Date.now() - seconds * 1_000) > tolerance * 1_000)
    throw new Error(`${library} does not set the clock of ${process.execPath}`);
}
