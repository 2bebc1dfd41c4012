import type { Options } from '@mikro-orm/core';

/** The entities of an application. */
export type Entities = NonNullable<Options['entities']>;
