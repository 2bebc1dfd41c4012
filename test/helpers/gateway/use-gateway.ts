import { afterAll, beforeAll } from '@jest/globals';
import { openGateway, type TestGateway } from './gateway.ts';

/**
 * Opens a gateway before the tests of a suite, and closes it after them.
 * @param given as `openGateway` takes it
 * @returns the gateway, which can be used in hooks and tests
 */
export function useGateway(...given: Parameters<typeof openGateway>): TestGateway {
  let gateway: TestGateway | undefined;
  beforeAll(async () => {
    gateway = await openGateway(...given);
  });
  afterAll(() => gateway?.close());
  return new Proxy({} as TestGateway, {
    get(_target, name) {
      if (!gateway) throw new Error('The gateway is open in hooks and tests alone.');
      return Reflect.get(gateway, name) as unknown;
    },
  });
}
