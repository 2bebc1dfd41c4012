import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Persona } from '../../demo/personas.ts';
import { openChild } from '../child.ts';
import { openIssuer } from '../http/issuer.ts';
import { cpuOf } from './cpu-of.ts';
import type { Opened, Start } from './tree-process.ts';

/** The two sides of a comparison. */
export const sides = ['this tree', 'the other'] as const;
export type SideName = (typeof sides)[number];

/** The gateway of a checkout, in production mode, over a PostgreSQL and a town of its own. */
export interface Tree {
  readonly name: SideName;
  /** The path of the checkout. */
  readonly path: string;
  readonly url: string;
  /** Connection string of the role that owns its tables. */
  readonly owner: string;
  /** Signs an access token that is valid for two hours. */
  issue(who: Pick<Persona, 'principal' | 'role' | 'purposes'>): Promise<string>;
  /** Numbers the remaining entries, so that this does not slow the other side. */
  settle(): Promise<void>;
  /** Microseconds of CPU that gateway and PostgreSQL have used; undefined where the system doesn't say. */
  cpu(): Cpu | undefined;
}

export interface Cpu {
  readonly gateway: number;
  readonly database: number;
}

export interface Trees {
  readonly trees: readonly [Tree, Tree];
  close(): Promise<void>;
}

/**
 * Opens the gateway of this tree and that of another; if one fails, both are stopped.
 * @param other the path of a checkout with its packages installed
 * @throws Error if that is no such checkout, or a gateway doesn't start
 */
export async function openTrees(other: string, residents: number): Promise<Trees> {
  for (const needed of ['bench/http/contender-process.ts', 'node_modules/pg']) {
    if (!existsSync(join(other, needed))) throw new Error(`${other} has no ${needed}: it must be a checkout after npm ci.`);
  }
  const directory = mkdtempSync(join(tmpdir(), 'ntk-against-'));
  const closers: (() => unknown)[] = [() => rmSync(directory, { recursive: true, force: true })];
  const close = async (): Promise<void> => {
    for (const stop of closers.splice(0).toReversed()) await stop();
  };
  const issuer = await openIssuer(join(directory, 'issuer.json'));
  const open = async (name: SideName, tree: string): Promise<Tree> => {
    const child = openChild<Start | 'settle', Opened | Record<string, never>>(
      new URL('tree-process.ts', import.meta.url),
      `The gateway of ${tree} has ended.`,
      { env: { ...process.env, NODE_ENV: 'production' }, stdio: ['ignore', 2, 2, 'ipc'] },
    );
    closers.push(child.stop);
    const { url, owner, audience, gateway } = await child.ask<Opened>({ tree, residents, trusted: issuer.trusted });
    return {
      name,
      path: tree,
      url,
      owner,
      issue: (who) => issuer.issue(who, audience),
      settle: async () => void (await child.ask('settle')),
      cpu: () => {
        const all = cpuOf(child.processId!);
        const ofGateway = cpuOf(gateway);
        return all === undefined || ofGateway === undefined ? undefined : { gateway: ofGateway, database: all - ofGateway };
      },
    };
  };
  try {
    const here = fileURLToPath(new URL('../..', import.meta.url));
    return { trees: [await open(sides[0], here), await open(sides[1], resolve(other))], close };
  } catch (error) {
    await close();
    throw error;
  }
}
