import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { personaNamed } from '../../demo/personas.ts';
import { demoCalendar } from '../../demo/demo-calendar.ts';
import { openChild, type Child } from '../child.ts';
import type { Reply as ContenderReply } from '../http/contender-process.ts';
import type { Settings } from '../http/contender.ts';
import { gatewayEnvironment } from '../http/gateway-environment.ts';
import type { Town } from '../town.ts';

/** The first message: a checkout of this repository with its packages installed, and what its town and gateway are to be. */
export interface Start {
  readonly tree: string;
  readonly residents: number;
  /** The value of TRUSTED_ISSUERS. */
  readonly trusted: string;
}

/** The reply to the first message. */
export interface Opened {
  readonly url: string;
  readonly audience: string;
  /** Connection string of the role that owns the tables. */
  readonly owner: string;
  /** The process id of the gateway. PostgreSQL is the only other child of this process. */
  readonly gateway: number;
}

let town: Town | undefined;
let contender: Child<Settings | 'settle', ContenderReply> | undefined;

process.on('message', (message: Start | 'settle') => void (message === 'settle' ? settle() : open(message)));
// The parent process no longer needs the tree, or has ended.
process.once('disconnect', () => void close().finally(() => process.exit()));

// The tree's own code migrates and fills its database and serves from it, and may differ from this tree's code.
async function open({ tree, residents, trusted }: Start): Promise<void> {
  const file = (path: string): URL => pathToFileURL(join(tree, path));
  const { openTown } = (await import(file('bench/town.ts').href)) as typeof import('../town.ts');
  town = await openTown();
  const roles = await town.database('against', residents);
  contender = openChild(file('bench/http/contender-process.ts'), `The gateway of ${tree} has ended.`, {
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 2, 2, 'ipc'],
  });
  const { url } = await contender.ask<{ readonly url: string }>({
    contender: 'gateway',
    workers: 1,
    records: roles.gateway,
    authenticator: '',
    clerk: personaNamed('customer-service').principal,
    today: demoCalendar.dayOf(new Date()),
    environment: gatewayEnvironment(town.config, roles, trusted, true),
  });
  process.send!({ url, audience: town.config.audience, owner: roles.owner, gateway: contender.processId! } satisfies Opened);
}

async function settle(): Promise<void> {
  await contender!.ask('settle');
  process.send!({});
}

async function close(): Promise<void> {
  await contender?.stop();
  await town?.close();
}
