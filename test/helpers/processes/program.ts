import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { bareEnvironment } from './bare-environment.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** A program of this repository, running as a separate process. */
export interface Program {
  /** The text after `ready: ` in its first line. */
  readonly ready: string;
  /** Everything that it has written so far. */
  readonly output: () => string;
  readonly isRunning: () => boolean;
  readonly processId: number;
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>;
  kill(signal: NodeJS.Signals): void;
}

/**
 * Starts a program with the given settings only, and waits until it reports that it is ready.
 * @param from the root of another copy of the repository
 * @throws Error with its output, if it ends before it is ready
 */
export async function startProgram(file: string, settings: Readonly<Record<string, string>>, from = root): Promise<Program> {
  const env = { ...bareEnvironment, ...settings };
  const child = spawn(process.execPath, [file], { cwd: from, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  let over = false;
  const ended = new Promise<number | NodeJS.Signals>((done) => {
    child.once('exit', (code, signal) => {
      over = true;
      done(code ?? signal ?? -1);
    });
  });
  const ready = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      text += chunk.toString();
      const [, said] = /^ready: (.*)$/m.exec(text) ?? [];
      if (said !== undefined) resolve(said);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('error', reject);
    child.once('close', () => reject(new Error(`${file} ended: ${text.trim()}`)));
  });
  return {
    ready,
    output: () => text,
    isRunning: () => !over,
    processId: child.pid!,
    ended,
    kill: (signal) => void child.kill(signal),
  };
}
