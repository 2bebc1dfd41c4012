/**
 * Gives each item of a list that was read without its id a key for this answer alone. graphcache takes it (`_id`) in place of an id.
 * Otherwise it would keep the item by its place, and the one that takes this place in a later answer would get its values.
 * @param data of an answer; the keys are not enumerable, so they are not shown
 */
export function tellItemsApart(data: unknown, isInList = false): void {
  if (typeof data !== 'object' || data === null) return;
  if (Array.isArray(data)) {
    for (const item of data) tellItemsApart(item, true);
    return;
  }
  const { id } = data as { readonly id?: unknown };
  const isKeptByPlace = isInList && typeof id !== 'string';
  if (isKeptByPlace) Object.defineProperty(data, '_id', { value: crypto.randomUUID(), configurable: true });
  for (const value of Object.values(data)) tellItemsApart(value, isKeptByPlace);
}
