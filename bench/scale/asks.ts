import { issueToken } from '../../test/helpers/tokens/issuer.ts';
import type { Config } from '../../src/platform/settings/config.ts';
import { cast } from '../../demo/personas.ts';
import { colleagues } from '../../demo/population/staff.ts';
import { step, type Conversation } from '../conversation/conversation.ts';
import type { Sample } from './sample.ts';

/** The requests of a round, and the name under which each timed step is reported. */
export interface Ask {
  readonly timed: Readonly<Record<number, string>>;
  readonly conversations: readonly Conversation[];
}

const rows = 20;
/** The number of rows that a search and its next page show. */
export const searchRows = 2 * rows;

const resident = 'query ($id: ID!) { resident(id: $id) { id givenName familyName ageBand emailHint phoneHint address { locality } } }';
const search = `query ($begins: String!, $after: String) {
  residents(filter: { familyName: $begins }, orderBy: FAMILY_NAME, first: ${rows}, after: $after) {
    pageInfo { endCursor } edges { node { id givenName familyName ageBand emailHint } } } }`;
const startEncounter = 'mutation ($id: ID!) { startEncounter(input: { residentId: $id, identifiedBy: PHOTO_CARD }) { encounter { id } } }';
const encounter = `{ currentCase { ... on Encounter { id purpose startedAt
  resident { givenName familyName email phone address { street locality postalCode } } people { givenName familyName ageBand } } } }`;
const me = `{ me { id givenName familyName email address { street locality }
  purchases(first: 20) { edges { node { quantity amount purchasedAt service { name } } } } } }`;

/**
 * All requests to a town over all rounds, divided among its clerks so that the data subjects of each clerk stay
 * within the read budget of an hour, and those of its encounters within the encounter budget.
 * @param beginnings of family names
 */
export async function asksOf(
  config: Config,
  { residents, visitors, buyers }: Sample,
  beginnings: readonly string[],
): Promise<readonly Ask[]> {
  const token = (subject: string, role: 'CUSTOMER_SERVICE' | 'RESIDENT'): Promise<string> =>
    issueToken(config, {
      subject,
      role,
      purposes: [role === 'RESIDENT' ? 'SELF_SERVICE' : 'SERVICE_PROVISION'],
      now: new Date(),
      lifetime: 12 * 60 * 60,
    });
  const clerks = await Promise.all([cast.clerk, cast.otherClerk, ...colleagues.clerks].map((id) => token(id, 'CUSTOMER_SERVICE')));
  const clerkOf = (at: number): string => clerks[at % clerks.length]!;
  const counter = { purpose: 'SERVICE_PROVISION' } as const;
  const lastRow = ['residents', 'edges', String(rows - 1), 'node', 'id'];
  const found = beginnings.map((begins, at): Conversation => [
    step(clerkOf(at), search, { begins }, ['residents', 'pageInfo', 'endCursor'], counter),
    step(clerkOf(at), search, { begins, after: '<0>' }, lastRow, counter),
  ]);
  const served = visitors.map((id, at): Conversation => [
    step(clerkOf(at), startEncounter, { id }, ['startEncounter', 'encounter', 'id'], counter),
    step(clerkOf(at), encounter, {}, ['currentCase', 'resident', 'familyName'], { ...counter, matter: '<0>' }),
  ]);
  return [
    {
      timed: { 0: 'resident(id)' },
      conversations: residents.map((id, at) => [step(clerkOf(at), resident, { id }, ['resident', 'familyName'], counter)]),
    },
    { timed: { 0: 'search', 1: 'search, next page' }, conversations: found },
    { timed: { 1: 'encounter' }, conversations: served },
    {
      timed: { 0: 'me, purchases' },
      conversations: await Promise.all(
        buyers.map(async (id) => [step(await token(id, 'RESIDENT'), me, {}, ['me', 'purchases', 'edges', '0', 'node', 'service', 'name'])]),
      ),
    },
  ];
}
