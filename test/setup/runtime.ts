import { readFileSync } from 'node:fs';
import { createRequire, flushCompileCache, stripTypeScriptTypes } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runInNewContext, SourceTextModule, SyntheticModule, type Module } from 'node:vm';

// The package's types describe its CommonJS form.
const { default: Runtime } = createRequire(import.meta.url)('jest-runtime') as typeof import('jest-runtime');

/** Each suite loads its own copy of the modules here that use Jest. */
const tests = join(import.meta.dirname, '..', '/');
const globals = join(import.meta.dirname, 'globals.ts');

/** The language's own constructors. Each realm has its own. */
const constructors = (runInNewContext('Object.getOwnPropertyNames(globalThis)') as string[]).filter(
  (name) => typeof Reflect.get(globalThis, name) === 'function' && /^[A-Z]/.test(name),
);

// A worker runs many suites in turn.
const sources = new Map<string, string>();
const outside = new Map<string, Promise<Module>>();
const using = new Map<string, boolean>();

/**
 * Runs suites as Node runs the product: in one realm, with packages loaded by Node. The product, its packages and the modules that help
 * tests keep no state and are loaded once per worker. Jest would read, compile and warm up all of them for every suite, which takes longer
 * than most suites. A suite has its own copies of the modules that use Jest, which is another one for each suite.
 */
export default class NodeRuntime extends Runtime {
  readonly #modules = new Map<string, Module>();
  #globals: Module | undefined;

  constructor(...given: ConstructorParameters<typeof Runtime>) {
    super(...given);
    const [, environment] = given;
    // Jest and `expect` have a realm of their own. `expect.any(String)` must match a string of this realm.
    for (const name of constructors) Reflect.set(environment.global, name, Reflect.get(globalThis, name));
  }

  override async unstable_importModule(from: string): Promise<unknown> {
    // Jest looks for a source map for each of a hundred frames of each error. Node strips types and leaves the lines as they are.
    Reflect.deleteProperty(Error, 'prepareStackTrace');
    Error.stackTraceLimit = 20;
    const { namespace } = (await super.unstable_importModule(globals)) as Module;
    this.#globals = await wrapped(namespace);
    return this.#run(this.#read(from));
  }

  /**
   * Writes what Node has compiled, for the processes that later suites start. At its end a worker would take too long for it: Jest kills one
   * that has not ended within half a second.
   */
  override teardown(): void {
    super.teardown();
    flushCompileCache();
  }

  async #run(module: Module): Promise<Module> {
    if (module.status === 'unlinked') await module.link((specifier, { identifier }) => this.#find(specifier, identifier));
    await module.evaluate();
    return module;
  }

  #find(specifier: string, from: string): Module | Promise<Module> {
    if (specifier === '@jest/globals') return this.#globals!;
    const path = specifier.startsWith('.') ? join(dirname(from), specifier) : undefined;
    if (path !== undefined && usesJest(path)) return this.#read(path);
    const name = path === undefined ? specifier : pathToFileURL(path).href;
    const found = outside.get(name) ?? import(name).then(wrapped);
    outside.set(name, found);
    return found;
  }

  #read(path: string): Module {
    const known = this.#modules.get(path);
    if (known) return known;
    const module = new SourceTextModule(sourceOf(path), {
      identifier: path,
      initializeImportMeta: (meta) => Object.assign(meta, { url: pathToFileURL(path).href, filename: path, dirname: dirname(path) }),
      importModuleDynamically: async (specifier) => this.#run(await this.#find(specifier, path)),
    });
    this.#modules.set(path, module);
    return module;
  }
}

/** A module with the exports of one that Node has loaded. */
async function wrapped(namespace: object): Promise<Module> {
  const module = new SyntheticModule(Object.keys(namespace), () => {
    for (const [name, value] of Object.entries(namespace)) module.setExport(name, value);
  });
  await module.link(() => Promise.reject(new Error('it imports nothing')));
  await module.evaluate();
  return module;
}

/** Whether a module, or one that it imports, is a module of the tests that imports Jest. */
function usesJest(path: string): boolean {
  const known = using.get(path);
  if (known !== undefined) return known;
  const reached = new Set([path].filter((one) => one.startsWith(tests)));
  let found = false;
  for (const one of reached) {
    for (const [, specifier = ''] of readFileSync(one, 'utf8').matchAll(/^(?:import|export|\}) .*'([^']+)';$/gm)) {
      const imported = join(dirname(one), specifier);
      found ||= specifier === '@jest/globals';
      if (specifier.startsWith('.') && imported.startsWith(tests)) reached.add(imported);
    }
  }
  using.set(path, found);
  return found;
}

function sourceOf(path: string): string {
  const known = sources.get(path) ?? stripTypeScriptTypes(readFileSync(path, 'utf8'));
  sources.set(path, known);
  return known;
}
