import type { App } from '../src/platform/settings/config.ts';

/** The app in which the personas sign in. Its tokens are not bound to a key, so that a person can use one with curl. */
export const demoApp = {
  id: 'demo',
  name: 'Saltgrass Recreation',
  redirectUris: ['example.demo:/signed-in'],
  bearer: true,
} as const satisfies App;
