import DataLoader from 'dataloader';

/**
 * The data loaders of one operation. Each is made at its first use, under a name. All callers of a name must read the same
 * columns, so that no caller gets a row with fewer.
 */
export class Loaders {
  readonly #loaders = new Map<string, DataLoader<unknown, unknown, unknown>>();

  /**
   * Loads a value by its key, in one batch for all rows of a level.
   * @param key an id, or what is asked for as JSON holds it: keys of equal JSON are one
   * @param read returns the values by key; a key that is missing there loads null
   */
  load<V, K = string>(name: string, key: K, read: (keys: readonly K[]) => Promise<ReadonlyMap<K, V>>): Promise<V | null> {
    let loader = this.#loaders.get(name) as DataLoader<K, V | null, unknown> | undefined;
    if (!loader) {
      const load = async (keys: readonly K[]): Promise<(V | null)[]> => {
        const found = await read(keys);
        return keys.map((one) => found.get(one) ?? null);
      };
      loader = new DataLoader<K, V | null, unknown>(load, { cacheKeyFn: (one) => (typeof one === 'string' ? one : JSON.stringify(one)) });
      this.#loaders.set(name, loader);
    }
    return loader.load(key);
  }
}
