import { registerHooks } from 'node:module';
import type { Policy } from '../../src/engine/policy/declaration/policy.ts';

const definePolicy = new URL('../../src/server/library/define-policy.ts', import.meta.url).href;
const clinic = new URL('../../examples/clinic/policy.ts', import.meta.url).href;

/**
 * Loads the policy of the example as it is. It imports the installed package, which would have to be built first, so that name leads to the
 * source of `definePolicy` while the example is loaded.
 */
export async function clinicPolicy(): Promise<Policy> {
  const hooks = registerHooks({
    resolve: (specifier, context, next) => next(specifier === 'need-to-know' ? definePolicy : specifier, context),
  });
  try {
    const { policy } = (await import(clinic)) as { readonly policy: Policy };
    return policy;
  } finally {
    hooks.deregister();
  }
}
