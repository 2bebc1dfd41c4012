/** The purpose and case of a cache. A session has one principal, so principal, purpose and case tell every two caches apart. */
export interface Partition {
  /** The purpose that its operations declare; null: none. They are then sent without a token, so that nothing personal is released. */
  readonly purpose: string | null;
  /** The encounter, ticket or privacy request that makes the need to know. */
  readonly case?: string | undefined;
}

/** The key of a partition among those of one principal. */
export function partitionKey({ purpose, case: id }: Partition): string {
  return JSON.stringify([purpose, id?.toLowerCase()]);
}
