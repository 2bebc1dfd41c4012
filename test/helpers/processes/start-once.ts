import { spawn } from 'node:child_process';
import { bareEnvironment } from './bare-environment.ts';

/** Starts a gateway. After 45 seconds, or if it gets ready, it is killed and has no exit code. */
export async function startOnce(environment: Record<string, string>): Promise<{ readonly code: number | null; readonly output: string }> {
  const child = spawn('node', ['src/main.ts'], { env: { ...bareEnvironment, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
  const deadline = setTimeout(() => child.kill('SIGKILL'), 45_000);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes('ready: ')) child.kill('SIGKILL');
    });
  }
  const code = await new Promise<number | null>((done) => child.once('close', done));
  clearTimeout(deadline);
  return { code, output };
}
