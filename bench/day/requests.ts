import { createRandom } from '../../demo/population/random.ts';
import type { Persona } from '../../demo/personas.ts';
import type { Purpose, Role } from '../../src/town/shared/graphql/generated/schema.ts';
import { kinds, operations, type Kind } from './operations.ts';
import type { Lane } from './people.ts';

/** Stands for the id of the encounter that the connection began last. */
export const encounterPlace = '<the id of the encounter begun last>';

const blocks = 20;

/** A request, the same for every server. */
export interface Request {
  readonly kind: Kind;
  readonly principal: string;
  readonly role: Role;
  readonly purpose: Purpose;
  readonly case?: string;
  readonly variables: Readonly<Record<string, string>>;
}

/** The requests of one connection, and the order in which they are sent: places in the list, the first an encounter's start. */
export interface Sequence {
  readonly requests: readonly Request[];
  readonly order: readonly number[];
}

/**
 * Draws the requests of a connection from a seed, so that all contenders get the same. Each hundred has exactly the shares of the
 * day. The clerk who began an encounter last makes the searches and reads the record, until another clerk begins one.
 */
export function drawRequests(lane: Lane, seed: number): Sequence {
  const random = createRandom(`a day over connection ${seed}`);
  const requests: Request[] = [];
  const places = new Map<string, number>();
  const placeOf = (request: Request): number => {
    const key = JSON.stringify(request);
    const place = places.get(key) ?? requests.push(request) - 1;
    places.set(key, place);
    return place;
  };
  let started = 0;
  let clerk = 0;
  let served = '';
  const create = (kind: Kind): Request => {
    const own = (principal: string, variables = {}): Request => ({ kind, principal, role: 'RESIDENT', purpose: 'SELF_SERVICE', variables });
    const atCounter = (variables: Request['variables']): Request => {
      return { kind, principal: lane.clerks[clerk]!.id, role: 'CUSTOMER_SERVICE', purpose: 'SERVICE_PROVISION', variables };
    };
    const helpdesk = { kind, role: 'SUPPORT', purpose: 'CUSTOMER_SUPPORT' } as const;
    switch (kind) {
      case 'start encounter': {
        clerk = started % lane.clerks.length;
        const { matters } = lane.clerks[clerk]!;
        served = matters[Math.floor(started / lane.clerks.length) % matters.length]!;
        started += 1;
        return atCounter({ id: served });
      }
      case 'record':
        return { ...atCounter({ id: served }), case: encounterPlace };
      case 'search':
        return atCounter({ begins: random.pick(lane.searches[clerk]!) });
      case 'queue':
        return { ...helpdesk, principal: random.pick(lane.supporters).id, variables: {} };
      case 'ticket': {
        const { id: principal, matters } = random.pick(lane.supporters);
        const id = random.pick(matters);
        return { ...helpdesk, principal, case: id, variables: { id } };
      }
      case 'purchase': {
        const resident = random.pick(lane.buyers);
        return own(resident, { resident, service: lane.service });
      }
      case 'reply': {
        const { id, ticket } = random.pick(lane.repliers);
        return own(id, { id: ticket });
      }
      default:
        return own(random.pick(lane.customers));
    }
  };
  const hundred = kinds.flatMap((kind) => Array.from({ length: operations[kind].share }, () => kind));
  const order = Array.from({ length: blocks }, () => shuffle(hundred, (limit) => random.below(limit))).flat();
  const first = order.indexOf('start encounter');
  [order[0], order[first]] = [order[first]!, order[0]!];
  return { requests, order: order.map((kind) => placeOf(create(kind))) };
}

function shuffle<T>(given: readonly T[], below: (limit: number) => number): T[] {
  const left = [...given];
  return given.map(() => left.splice(below(left.length), 1)[0]!);
}

/** Signs an access token. */
export type Issue = (who: Pick<Persona, 'principal' | 'role' | 'purposes'>) => Promise<string>;

/** The headers of a request. Servers that verify no token are told the principal. */
export async function headersOf({ principal, role, purpose, case: matter }: Request, issue: Issue): Promise<Record<string, string>> {
  return {
    authorization: `Bearer ${await issue({ principal, role, purposes: [purpose] })}`,
    'privacy-purpose': purpose,
    ...(matter !== undefined && { 'privacy-case': matter }),
    'bench-principal': principal,
    'bench-role': role,
  };
}

/** The body of a request. */
export function bodyOf({ kind, variables }: Request): string {
  return JSON.stringify({ query: operations[kind].query, variables });
}
