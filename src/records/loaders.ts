import DataLoader from 'dataloader';

/**
 * The data loaders of one operation. Each is made at its first use, under a name. All callers of a name must read the same
 * columns, so that no caller gets a row with fewer.
 */
export class Loaders {
  readonly #loaders = new Map<string, DataLoader<string, unknown>>();

  /**
   * Loads a value by id, in one batch for all rows of a level.
   * @param read returns the values by id; an id that is missing there loads null
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
