import childProcess, { type ChildProcess } from 'node:child_process';
import { syncBuiltinESMExports } from 'node:module';

// Imported by the Node that starts PostgreSQL. The library for programs with threads takes a lock. A process of PostgreSQL that a signal
// interrupts within it waits for that lock without end, so PostgreSQL, which has no threads, gets the library without. Node needs the lock.
const { spawn } = childProcess;

function spawnWithClock(file: string, given: readonly string[], options: childProcess.SpawnOptions = {}): ChildProcess {
  const { LD_PRELOAD = '' } = process.env;
  const isPostgres = /\/(?:postgres|initdb)$/.test(file);
  const env = { ...(options.env ?? process.env), LD_PRELOAD: LD_PRELOAD.replace('libfaketimeMT', 'libfaketime') };
  return spawn(file, given, isPostgres ? { ...options, env } : options);
}

Object.assign(childProcess, { spawn: spawnWithClock });
syncBuiltinESMExports();
