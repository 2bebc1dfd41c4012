import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';

// Imported by a process that must run in a production install. Loading a package that `npm ci --omit=dev` leaves out, or a
// file outside the product, throws.
const root = new URL('../../', import.meta.url).href;
const lock = JSON.parse(readFileSync(new URL('package-lock.json', root), 'utf8')) as {
  readonly packages: Readonly<Record<string, { readonly dev?: true; readonly devOptional?: true }>>;
};
const omitted = Object.entries(lock.packages).flatMap(([path, { dev, devOptional }]) => (dev || devOptional ? [`${root}${path}/`] : []));
const isProduct = /^(src|schema|node_modules)\//;

registerHooks({
  resolve(specifier, context, nextResolve) {
    const resolved = nextResolve(specifier, context);
    const { url } = resolved;
    const isOutside = url.startsWith(root) && !isProduct.test(url.slice(root.length));
    if (isOutside || omitted.some((path) => url.startsWith(path))) throw new Error(`not in a production install: ${specifier}`);
    return resolved;
  },
});
