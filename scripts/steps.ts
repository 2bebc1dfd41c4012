import { exec } from 'node:child_process';
import { Presets, SingleBar } from 'cli-progress';

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
  const progress = showProgress(steps.length);
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

function showProgress(total: number) {
  if (process.stdout.isTTY) {
    const bar = new SingleBar({ format: '{bar} {value} of {total} {step}', clearOnComplete: true }, Presets.shades_classic);
    bar.start(total, 0, { step: '' });
    return { finish: (step: string) => bar.increment(1, { step }), stop: () => bar.stop() };
  }
  return {
    finish: (step: string, passed: boolean) => void process.stdout.write(`${step}: ${passed ? 'done' : 'failed'}\n`),
    stop: () => undefined,
  };
}
