import { exec } from 'node:child_process';
import { showProgress } from './progress.ts';

/** A shell command with its display name. */
export interface Step {
  readonly name: string;
  readonly command: string;
}

/**
 * Runs steps and shows their progress: a bar on a terminal, otherwise a line for each step. The output of a step is shown
 * only if it failed.
 * @param workers the number of steps that run at a time
 * @returns the names of the steps that failed
 */
export async function runSteps(steps: readonly Step[], workers: number): Promise<string[]> {
  const waiting = [...steps];
  const failures: { readonly step: Step; readonly output: string }[] = [];
  const progress = showSteps(steps.length);
  const work = async (): Promise<void> => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const output = await failureOf(step.command);
      if (output !== undefined) failures.push({ step, output });
      progress.finish(step.name, output === undefined);
    }
  };
  await Promise.all(Array.from({ length: workers }, work));
  progress.stop();
  for (const { step, output } of failures) process.stderr.write(`${output.trimEnd()}\n${step.name} failed: ${step.command}\n`);
  return failures.map(({ step }) => step.name);
}

/** Runs a command. @returns its output if it failed, else undefined. npm has put the packages' commands on the PATH. */
function failureOf(command: string): Promise<string | undefined> {
  return new Promise((done) => {
    exec(command, { maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => done(error ? stdout + stderr : undefined));
  });
}

/** A bar on a terminal, otherwise a line for each step that ended. */
function showSteps(total: number): { readonly finish: (step: string, passed: boolean) => void; readonly stop: () => void } {
  if (process.stderr.isTTY) {
    const progress = showProgress(total, 'steps');
    return { finish: () => progress.tick(), stop: () => progress.stop() };
  }
  return { finish: (step, passed) => void process.stdout.write(`${step}: ${passed ? 'done' : 'failed'}\n`), stop: () => undefined };
}
