import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';

// Imported by a process that must run where the package's user has installed no other package, but for those that INSTALLED_PEERS names.
const { peerDependencies } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  readonly peerDependencies: Readonly<Record<string, string>>;
};
const installed = (process.env['INSTALLED_PEERS'] ?? '').split(',');
const missing = Object.keys(peerDependencies).filter((name) => !installed.includes(name));

registerHooks({
  resolve(specifier, context, nextResolve) {
    if (missing.some((name) => specifier === name || specifier.startsWith(`${name}/`))) {
      throw Object.assign(new Error(`Cannot find package '${specifier}'`), { code: 'ERR_MODULE_NOT_FOUND' });
    }
    return nextResolve(specifier, context);
  },
});
