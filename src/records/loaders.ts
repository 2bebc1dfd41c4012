import DataLoader from 'dataloader';

/**
 * The loaders of one operation, each made at its first use and named by what it loads: a name holds
 * the columns too, so that no caller gets a row with fewer.
 */
export class Loaders {
  readonly #loaders = new Map<string, DataLoader<string, unknown>>();

  /**
   * Loads by id, in one batch for all rows of a level.
   * @param read gives what is found by id; what is missing there becomes null
   */
  load<V>(name: string, id: string, read: (ids: readonly string[]) => Promise<ReadonlyMap<string, V>>): Promise<V | null> {
    let loader = this.#loaders.get(name) as DataLoader<string, V | null> | undefined;
    if (!loader) {
      loader = new DataLoader(async (ids) => {
        const found = await read(ids);
        return ids.map((one) => found.get(one) ?? null);
      });
      this.#loaders.set(name, loader);
    }
    return loader.load(id);
  }
}
