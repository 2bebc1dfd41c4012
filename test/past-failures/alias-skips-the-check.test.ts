import { describe, expect, test } from '@jest/globals';
import { cast } from '../../demo/personas.ts';
import { useGateway } from '../helpers/gateway/use-gateway.ts';

// wundergraph/cosmo#1815 (graphql-go-tools#1131): the coordinate of a field was computed from its response name, so an
// aliased field had no rule.
const gateway = useGateway();

describe('wundergraph/cosmo#1815: an alias does not change how a field is decided', () => {
  test('a refused root field is refused under any alias, even the name of a permitted field', async () => {
    expect(
      (await gateway.ask('security', '{ webVisits { totalCount } }', { purpose: 'WEBSITE_SECURITY' })).data.webVisits.totalCount,
    ).toBeGreaterThan(0);
    for (const alias of ['user1', 'services', 'privacyStatement', '__proto__', 'constructor', 'residents', '_0']) {
      const { data, codes } = await gateway.ask('resident', `{ ${alias}: webVisits { totalCount } }`);
      expect(codes).toEqual(['FIELD_NOT_PERMITTED']);
      expect(Object.entries(data)).toEqual([[alias, null]]);
    }
  });

  test('a withheld leaf is withheld under any alias: an unknown name, a permitted field’s or a hint’s', async () => {
    const ask = (persona: string, alias: string) =>
      gateway.ask(
        persona,
        `{ resident(id: "${cast.resident}") { ${alias}: email } }`,
        persona === 'resident' ? {} : { purpose: 'SERVICE_PROVISION', report: 'full' },
      );
    expect((await ask('resident', 'email')).data.resident.email).toBe('kestrelpost@example.org');
    for (const alias of ['user1', 'givenName', 'emailHint', 'id', '_typename', 'email']) {
      const answer = await ask('customer-service', alias);
      expect(answer.data.resident).toEqual({ [alias]: null });
      expect(answer.privacy.conditional).toEqual([{ coordinate: 'Resident.email', paths: [['resident', alias]] }]);
    }
  });

  test('a permitted field keeps its value under the name of a withheld one', async () => {
    const { data } = await gateway.ask(
      'customer-service',
      `{ resident(id: "${cast.resident}") { email: givenName birthDate: initials } }`,
      {
        purpose: 'SERVICE_PROVISION',
      },
    );
    expect(data.resident).toEqual({ email: 'Peregrine', birthDate: 'P.C.' });
  });

  test('a refused argument is refused under any alias of its field', async () => {
    const query = '{ services: residents(filter: { birthDate: "2008-12-15" }) { totalCount } }';
    expect((await gateway.ask('privacy-officer', query, { purpose: 'MANDATE_ADMINISTRATION' })).data.services.totalCount).toBe(1);
    const refused = await gateway.ask('customer-service', query, { purpose: 'SERVICE_PROVISION' });
    expect([refused.codes, refused.data]).toEqual([['ARGUMENT_NOT_PERMITTED'], { services: null }]);
  });
});
