import { setFlagsFromString } from 'node:v8';

/**
 * Keeps the objects of requests in V8's young generation. V8 measures at each allocation site how many objects live on, and puts the
 * later ones of a site into the old generation. The start makes thousands of lasting objects by code that then serves requests, so
 * those of requests would go there too, and with them all that they refer to; see docs/performance.md. It is called before anything is made.
 */
export function disablePretenuring(): void {
  setFlagsFromString('--no-allocation-site-pretenuring');
}
