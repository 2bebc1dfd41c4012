import { cast, matters, personaNamed, personas } from '../../../demo/personas.ts';
import { askAsResident } from './ask-as.ts';
import type { Answered, Asked, TestGateway } from '../gateway/gateway.ts';

/** A principal, with a purpose and a case or mandate. */
export interface Standpoint {
  readonly name: string;
  /** A persona, or null for an anonymous principal; undefined where `resident` asks. */
  readonly persona: string | null | undefined;
  /** A resident of the cast who is not a persona. */
  readonly resident: string;
  readonly asked: Asked;
}

interface Named<Name extends string> extends Standpoint {
  readonly name: Name;
}

function persona<const Name extends string>(name: Name, who: string | null, asked: Asked = {}): Named<Name> {
  return { name, persona: who, resident: '', asked };
}

function resident<const Name extends string>(name: Name, id: string): Named<Name> {
  return { name, persona: undefined, resident: id, asked: {} };
}

/** Every kind of principal, purpose, case and mandate of the cast. Most cases and mandates are about the resident. */
const written = [
  persona('anonymous', null),
  persona('resident', 'resident'),
  persona('guardian', 'guardian'),
  resident('distant guardian', cast.distantGuardian),
  resident('housemate', cast.housemate),
  persona('neighbour', 'neighbour'),
  resident('estranged parent', cast.estrangedParent),
  resident('resident not on record', '10000000-0000-4000-8000-00000000a11c'),
  persona('clerk', 'customer-service', { purpose: 'SERVICE_PROVISION' }),
  persona('clerk serving', 'customer-service', { purpose: 'SERVICE_PROVISION', case: matters.encounter }),
  persona('clerk for payment', 'customer-service', { purpose: 'PAYMENT' }),
  persona('clerk for an age', 'customer-service', { purpose: 'AGE_VERIFICATION' }),
  persona('clerk without a purpose', 'customer-service'),
  persona('support', 'support', { purpose: 'CUSTOMER_SUPPORT' }),
  persona('support on the ticket', 'support', { purpose: 'CUSTOMER_SUPPORT', case: matters.ticket }),
  persona('officer', 'privacy-officer', { purpose: 'RIGHTS_FULFILMENT' }),
  persona('officer on the request', 'privacy-officer', { purpose: 'RIGHTS_FULFILMENT', case: matters.request }),
  persona('reviewer', 'reviewer', { purpose: 'ACCESS_REVIEW' }),
  persona('officer for mandates', 'privacy-officer', { purpose: 'MANDATE_ADMINISTRATION' }),
  persona('security', 'security', { purpose: 'WEBSITE_SECURITY' }),
  persona('staff administrator', 'staff-administrator', { purpose: 'STAFF_ADMINISTRATION' }),
  persona('maintenance', 'maintenance-agent'),
  persona('credit bureau', 'credit-agency'),
  persona('collection agency', 'collection-agency'),
  persona('police', 'police'),
  persona('police under another order', 'police', { mandate: matters.protectedOrder }),
  persona('police under an expired order', 'police', { mandate: matters.expiredOrder }),
  persona('auditor', 'auditor'),
] as const satisfies readonly Standpoint[];

export type StandpointName = (typeof written)[number]['name'];

/** The personas of roles that have no standpoint above. */
const further = personas
  .filter(({ role }) => !written.some(({ persona: who }) => typeof who === 'string' && personaNamed(who).role === role))
  // No expectation lists such a name by hand, so the type stays that of the names above.
  .map(({ persona: who }) => persona(who as StandpointName, who));

/** The names of `further`. Tests derive the expectations for them instead of listing them by hand. */
export const furtherNames: readonly StandpointName[] = further.map(({ name }) => name);

/** The standpoints for which tests list by hand what they notice. */
export const listedStandpoints: readonly Named<StandpointName>[] = written;

export const standpoints: readonly Named<StandpointName>[] = [...written, ...further];

/** @throws Error for an unknown name */
export function standpointNamed(name: StandpointName): Standpoint {
  const found = standpoints.find((one) => one.name === name);
  if (!found) throw new Error(`no standpoint ${name}`);
  return found;
}

/** Asks from a standpoint. */
export function askFrom(
  gateway: TestGateway,
  { persona: who, resident: id, asked }: Standpoint,
  query: string,
  variables: Record<string, unknown> = {},
  withheld?: Asked['withheld'],
): Promise<Answered> {
  if (who === undefined) return askAsResident(gateway, id, query, variables);
  return gateway.ask(who, query, { ...asked, variables, ...(withheld !== undefined && { withheld }) });
}
