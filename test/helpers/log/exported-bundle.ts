import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SignedBundle } from '../../../src/log/bundle/bundle.ts';
import type { ReadPath } from '../../../src/log/bundle/proven-tiles.ts';
import { matters } from '../../../demo/personas.ts';
import { testNow } from '../database/cluster.ts';
import { openGateway, type Asked, type TestGateway } from '../gateway/gateway.ts';
import { privacyHere } from '../processes/privacy-here.ts';
import type { CommandRun } from '../processes/command-run.ts';
import { settingsFor } from '../processes/run-privacy.ts';

/** Instants before and within the dates of the engagement. */
export const outside = new Date(testNow);
export const within = new Date(testNow.getTime() + 120_000);
export const from = new Date(testNow.getTime() + 60_000).toISOString();

/** A log with entries within and outside the dates of an engagement, and the bundle of it. */
export interface ExportedBundle {
  readonly gateway: TestGateway;
  /** Sets the gateway's clock. */
  at(instant: Date): void;
  /** Asks at an instant, and numbers the entry. */
  ask(at: Date, persona: string, query: string, asked?: Asked): Promise<string>;
  /** Runs `export-log` into a new directory. */
  run(...given: string[]): Promise<CommandRun & { readonly directory: string; readonly files: Map<string, Buffer> }>;
  close(): Promise<void>;
}

/** Opens a gateway whose clock the test sets. The demo's engagement is in force from `from` on. */
export async function openExported(): Promise<ExportedBundle> {
  let clock = testNow;
  let runs = 0;
  const root = mkdtempSync(join(tmpdir(), 'ntk-bundle-'));
  const gateway = await openGateway({ now: () => clock });
  await gateway.database.asOwner(`update recreation.mandate set valid_from = $2, valid_until = '2999-01-01' where id = $1`, [
    matters.auditEngagement,
    from,
  ]);
  return {
    gateway,
    at: (instant) => (clock = instant),
    ask: async (at, persona, query, asked = {}) => {
      clock = at;
      const { errors, privacy } = await gateway.ask(persona, query, asked);
      if (errors.length > 0) throw new Error(JSON.stringify(errors));
      await gateway.sequence();
      return privacy.receipt!.entry;
    },
    run: async (...given) => {
      runs += 1;
      const out = join(root, String(runs));
      const ran = await privacyHere(
        ['export-log', '--engagement', matters.auditEngagement, '--out', out, ...given],
        settingsFor(gateway.database),
      );
      return { ...ran, directory: out, files: filesIn(out) };
    },
    close: async () => {
      rmSync(root, { recursive: true });
      await gateway.close();
    },
  };
}

function filesIn(directory: string): Map<string, Buffer> {
  try {
    const found = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    return new Map(
      found.map(({ parentPath, name }) => {
        const file = join(parentPath, name);
        return [file.slice(directory.length + 1), readFileSync(file)];
      }),
    );
  } catch {
    return new Map();
  }
}

/** Reads a bundle's files from memory. */
export function reader(files: ReadonlyMap<string, Uint8Array>): ReadPath {
  return async (path) => files.get(path);
}

export function bundleIn(files: ReadonlyMap<string, Uint8Array>): SignedBundle {
  return JSON.parse(Buffer.from(files.get('bundle.json')!).toString()) as SignedBundle;
}
