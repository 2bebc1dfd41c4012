import { Session } from 'node:inspector/promises';

// Loaded into a program before its own code (`--import`). A heap keeps what is no longer used until there is a reason to collect it, so the
// resident memory of a process says little about what it holds.
const session = new Session();
session.connect();

process.on('SIGUSR2', () => void report());

async function report(): Promise<void> {
  await session.post('HeapProfiler.collectGarbage');
  const { heapUsed, external } = process.memoryUsage();
  process.stdout.write(`\nmemory in use: ${heapUsed + external}\n`);
}
