import { cast } from '../../../demo/personas.ts';
import { openGateway, type Asked, type TestGateway } from '../gateway/gateway.ts';

/** Opens a gateway whose access log has a few reads of the cast's residents: by the family, the counter and partners. */
export async function openReadLog(): Promise<TestGateway> {
  const gateway = await openGateway();
  const person = 'query ($id: ID!) { resident(id: $id) { givenName email } }';
  const counter = { purpose: 'SERVICE_PROVISION' };
  const then = async (persona: string, query: string, asked: Asked = {}): Promise<void> => {
    const { codes } = await gateway.ask(persona, query, asked);
    if (codes.length > 0) throw new Error(`${persona}: ${codes.join(', ')}`);
    // All reads are at the same instant, so each is numbered before the next one.
    await gateway.sequence();
  };
  await then('guardian', person, { variables: { id: cast.resident } });
  await then('guardian', '{ me { birthDate } }');
  await then('customer-service', person, { ...counter, variables: { id: cast.neighbour } });
  await then('customer-service', person, { ...counter, variables: { id: cast.resident } });
  await then('customer-service', '{ residents(first: 100, filter: { familyName: "C" }) { edges { node { givenName } } } }', counter);
  await then('police', '{ residents { edges { node { givenName } } } }');
  await then('collection-agency', '{ residents { edges { node { givenName } } } }');
  return gateway;
}
