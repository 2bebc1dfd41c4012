import { apollo } from './apollo.ts';
import type { Driver } from './driver.ts';
import { relay } from './relay.ts';
import { graphcache, urql } from './urql.ts';

/** Every library and cache that client/ supports. */
export const drivers: readonly (readonly [name: string, driver: Driver])[] = [
  ['Apollo Client', apollo],
  ['urql with its document cache', urql],
  ['urql with graphcache', graphcache],
  ['Relay', relay],
];
