import type { ProcessName, Serving, Settings } from './contender.ts';

/** The process's reply to its settings and to each further message. */
export type Reply = { readonly url: string } | { readonly settled: true };

type Start = (settings: Settings) => Promise<Serving>;

// Only the requested contender is loaded.
const contenders: Readonly<Record<ProcessName, () => Promise<Start>>> = {
  'shield-orm': async () => (await import('./contenders/shield-orm.ts')).startShieldOrm,
  postgraphile: async () => (await import('./contenders/postgraphile.ts')).startPostgraphile,
  'plain-sql': async () => (await import('./contenders/plain-sql.ts')).startPlainSql,
  gateway: async () => (await import('./contenders/gateway.ts')).startGateway,
  'gateway-alone': async () => (await import('./contenders/gateway.ts')).startGateway,
  mercurius: async () => (await import('./contenders/mercurius.ts')).startMercurius,
  'day-shield-orm': async () => (await import('../day/contenders/shield-orm.ts')).startShieldOrm,
  'day-plain-sql': async () => (await import('../day/contenders/plain-sql.ts')).startPlainSql,
};

let serving: Serving | undefined;

process.on('message', (message: Settings | 'settle') => void (message === 'settle' ? settle() : open(message)));
// The parent process no longer needs the contender, or has ended.
process.once('disconnect', () => void (serving?.stop() ?? Promise.resolve()).finally(() => process.exit()));

async function open(settings: Settings): Promise<void> {
  const start = await (settings.workers > 1 ? severalOf(settings.contender) : contenders[settings.contender]());
  serving = await start(settings);
  process.send!({ url: serving.url } satisfies Reply);
}

async function severalOf(contender: ProcessName): Promise<Start> {
  if (contender === 'gateway') return (await import('./contenders/gateway-workers.ts')).startGatewayWorkers;
  return (await import('./start-in-processes.ts')).startInProcesses;
}

async function settle(): Promise<void> {
  await serving?.settle?.();
  process.send!({ settled: true } satisfies Reply);
}
