import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import Negotiator from 'negotiator';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
};

/** The codings that a build makes of each file, the smallest first, by the end of the name. */
const codings = { br: '.br', gzip: '.gz' } as const;

/** A year: a file with other content has another name. */
const forever = 'public, max-age=31536000, immutable';

interface Asset {
  readonly type: string;
  /** The body to send, by its coding. */
  readonly bodies: ReadonlyMap<string, Buffer>;
}

/**
 * Serves the hashed files of the pages, compressed as the build left them. They are in memory, some 7 MB: a build replaces the folder, and
 * the pages of this gateway still need the files that they were built with. (@fastify/static reads the folder each time.)
 */
export function serveAssets(app: FastifyInstance, folder: string): void {
  const assets = readAssets(folder);
  app.get<{ readonly Params: { readonly name: string } }>('/assets/:name', ({ headers, params }, reply) => {
    const asset = assets.get(params.name);
    if (!asset) return reply.callNotFound();
    const made = [...asset.bodies.keys()];
    const accepted = new Negotiator({ headers }).encodings(made);
    // Browsers accept several equally: the smallest is sent.
    const coding = made.find((one) => accepted.includes(one)) ?? 'identity';
    if (coding !== 'identity') reply.header('content-encoding', coding);
    return reply.type(asset.type).headers({ 'cache-control': forever, vary: 'accept-encoding' }).send(asset.bodies.get(coding));
  });
}

function readAssets(folder: string): ReadonlyMap<string, Asset> {
  const names = readdirSync(folder);
  const assets = names.flatMap((name): [string, Asset][] => {
    const type = types[extname(name)];
    if (type === undefined) return [];
    const made = Object.entries(codings).filter(([, end]) => names.includes(name + end));
    const bodies = [...made, ['identity', ''] as const].map(([coding, end]) => [coding, readFileSync(join(folder, name + end))] as const);
    return [[name, { type, bodies: new Map(bodies) }]];
  });
  return new Map(assets);
}
