import type { Markings } from '../src/engine/markings/markings.ts';
import type { ApplicationParts } from '../src/engine/register.ts';
import { claimRules } from '../src/town/policy/rules/claim-rules.ts';
import { policyInForce } from '../src/town/policy/policy.ts';
import { createWords } from '../src/town/shared/create-words.ts';

/** The parts that the town's resolvers need if no mail can be sent. */
export function partsWithoutMail(markings: Markings): ApplicationParts {
  return {
    words: createWords(markings, policyInForce),
    workMailDomains: undefined,
    claimRules,
    contactRules: undefined,
    anonymousSenders: () => {
      throw new Error('Nobody asks without an account.');
    },
  };
}
