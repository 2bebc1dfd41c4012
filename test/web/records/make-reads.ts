import { cast } from '../../../demo/personas.ts';
import { views } from '../../../demo/tour/views.ts';
import { testNow } from '../../helpers/database/cluster.ts';
import type { TestGateway } from '../../helpers/gateway/gateway.ts';

const month = 30 * 86_400_000;
const id = cast.resident;
const opened = `query Opened($id: ID!) { resident(id: $id) { givenName familyName birthDate email } }`;
const found = `query Found { residents(filter: { familyName: "Castellow" }, first: 5) { edges { node { givenName familyName } } } }`;

/**
 * Has the resident's record read as the tour reads it, and found in searches of the past year, so that pages about reads have some.
 * @param setClock sets the clock of the gateway; undefined: to the present
 */
export async function makeReads({ ask, sequence, database }: TestGateway, setClock: (to: Date | undefined) => void): Promise<void> {
  for (let months = 11; months > 0; months -= 1) {
    setClock(new Date(testNow.getTime() - months * month));
    await ask('customer-service', found, { purpose: 'SERVICE_PROVISION' });
    if (months % 3 === 0) await ask('customer-service', opened, { variables: { id }, purpose: 'SERVICE_PROVISION' });
  }
  setClock(undefined);
  for (const { persona, purpose, case: matter } of views.filter((view) => view.persona !== null)) {
    await ask(persona, opened, { variables: { id }, ...(purpose && { purpose }), ...(matter !== undefined && { case: matter }) });
  }
  await sequence();
  // Else the log would begin today, after all of that.
  await database.asOwner('update access_log.coverage set since = $1', [new Date(testNow.getTime() - 24 * month)]);
}
