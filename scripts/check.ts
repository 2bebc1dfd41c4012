import { exec } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';

// `npm run check`: every script of package.json that is named `check:…`, side by side, the longest written first.
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Readonly<Record<string, string>> };
const waiting = Object.entries(scripts).filter(([name]) => name.startsWith('check:'));

/** Runs a script in npm's shell and PATH; what it said is shown where it fails. */
async function passes(name: string, command: string): Promise<boolean> {
  const { failed, said } = await new Promise<{ failed: boolean; said: string }>((done) => {
    exec(command, { maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => done({ failed: error !== null, said: stdout + stderr }));
  });
  if (failed) process.stderr.write(`${said.trimEnd()}\n${name} failed: ${command}\n`);
  return !failed;
}

/** Takes the next script until none is left. */
async function work(): Promise<boolean> {
  let passed = true;
  for (let next = waiting.shift(); next; next = waiting.shift()) passed = (await passes(...next)) && passed;
  return passed;
}

if (waiting.length === 0) throw new Error('there is no check:… in package.json');
const workers = Array.from({ length: Math.max(2, availableParallelism()) }, work);
const passed = await Promise.all(workers);
process.exitCode = passed.every(Boolean) ? 0 : 1;
