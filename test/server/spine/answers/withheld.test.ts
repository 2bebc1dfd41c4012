import { describe, expect, test } from '@jest/globals';
import { cast, matters } from '../../../../demo/personas.ts';
import type { Answered } from '../../../helpers/gateway/gateway.ts';
import { useGateway } from '../../../helpers/gateway/use-gateway.ts';

const gateway = useGateway();

const counter = { purpose: 'SERVICE_PROVISION', variables: { id: cast.resident } } as const;
const absent = '10000000-0000-4000-8000-00000000ffff';
const document = 'query ($id: ID!) { them: resident(id: $id) { givenName born: birthDate email } }';

describe('a client learns of withheld values by', () => {
  test('null, and a list with coordinate, path and reason', async () => {
    const { data, errors, privacy } = await gateway.ask('customer-service', document, counter);
    expect(errors).toEqual([]);
    expect(data.them).toMatchObject({ givenName: expect.any(String), born: null, email: null });
    expect(privacy.withheld).toEqual([{ coordinate: 'Resident.birthDate', paths: [['them', 'born']], reason: 'NO_GRANT' }]);
    expect(privacy.conditional).toBeUndefined();
  });

  test.each([
    ['none', undefined, undefined],
    ['withheld', ['Resident.birthDate'], undefined],
    ['full', ['Resident.birthDate'], ['Resident.email']],
  ] as const)('a report of the level %s', async (report, withheld, conditional) => {
    const { text } = await gateway.ask('customer-service', document, { ...counter, report });
    const { privacy } = (JSON.parse(text) as { extensions: Pick<Answered, 'privacy'> }).extensions;
    expect(privacy.withheld?.map(({ coordinate }) => coordinate)).toEqual(withheld);
    expect(privacy.conditional?.map(({ coordinate }) => coordinate)).toEqual(conditional);
  });

  test('one item for each coordinate, with all of its places', async () => {
    const query = `{ one: residents(first: 1) { edges { node { email birthDate born: birthDate } } } other: me { __typename } }`;
    const { privacy } = await gateway.ask('customer-service', query, { ...counter, report: 'full' });
    const at = ['one', 'edges', '*', 'node'];
    expect(privacy.withheld).toContainEqual({
      coordinate: 'Resident.birthDate',
      paths: [
        [...at, 'birthDate'],
        [...at, 'born'],
      ],
      reason: 'NO_GRANT',
    });
    expect(privacy.conditional).toContainEqual({ coordinate: 'Resident.email', paths: [[...at, 'email']] });
  });

  test('a report without what the row scope of the root field settles', async () => {
    const own = '{ me { email address { street } household { members { givenName } } } }';
    const { data, privacy } = await gateway.ask('resident', own, { report: 'full' });
    expect(data.me).toMatchObject({ email: expect.any(String), address: { street: expect.any(String) } });
    const member = ['me', 'household', 'members', '*'];
    expect(privacy.withheld).toEqual([]);
    // Another person than the one whom the scope is about.
    const paths = privacy.conditional!.flatMap((item) => item.paths);
    expect(paths).toContainEqual([...member, 'givenName']);
    expect(paths.filter((path) => path.slice(0, 4).join() !== member.join())).toEqual([]);

    const served = '{ currentCase { ... on Encounter { startedAt resident { email birthDate } people { ageBand } } } }';
    const asked = { ...counter, case: matters.encounter, report: 'full' } as const;
    const current = await gateway.ask('customer-service', served, asked);
    expect(current.data.currentCase.resident.email).toEqual(expect.any(String));
    expect(current.privacy.withheld.map(({ coordinate }) => coordinate)).toEqual(['Resident.birthDate']);
    expect(current.privacy.conditional!.map(({ coordinate }) => coordinate)).not.toContain('Resident.email');
  });

  test('paths with stars in place of list indexes', async () => {
    const { privacy } = await gateway.ask('customer-service', '{ residents(first: 2) { edges { node { birthDate } } } }', counter);
    expect(privacy.withheld).toEqual([
      { coordinate: 'Resident.birthDate', paths: [['residents', 'edges', '*', 'node', 'birthDate']], reason: 'NO_GRANT' },
    ]);
  });

  test('the same answer for a hidden, an absent and an empty value', async () => {
    await gateway.database.asOwner('update recreation.resident set email = null where id = $1', [cast.housemate]);
    const lists = await Promise.all(
      [cast.resident, cast.housemate, cast.neighbour, '10000000-0000-4000-8000-00000000ffff'].map(async (id) => {
        const { privacy } = await gateway.ask('guardian', document, { variables: { id }, report: 'full' });
        return [...privacy.withheld, ...privacy.conditional!];
      }),
    );
    for (const list of lists) expect(list).toEqual(lists[0]);
    expect(lists[0]!.map(({ coordinate }) => coordinate)).toContain('Resident.email');
  });

  test('error: an error at each place in a list, and none below an object that is null', async () => {
    const query = 'query ($id: ID!) { residents(first: 2) { edges { node { birthDate } } } resident(id: $id) { birthDate } }';
    const asked = { ...counter, withheld: 'error', variables: { id: absent } } as const;
    const { data, errors } = await gateway.ask('customer-service', query, asked);
    expect(data).toEqual({ residents: { edges: [{ node: { birthDate: null } }, { node: { birthDate: null } }] }, resident: null });
    expect(errors.map(({ path }) => path)).toEqual([0, 1].map((index) => ['residents', 'edges', index, 'node', 'birthDate']));
  });

  test('error: at most a hundred errors, then one that says so', async () => {
    const aliases = Array.from({ length: 20 }, (_none, index) => `born${index}: birthDate`).join(' ');
    const query = `{ residents(first: 10) { totalCount edges { node { ${aliases} } } } }`;
    const { data, errors } = await gateway.ask('customer-service', query, { ...counter, withheld: 'error' });
    expect(data.residents.edges).toHaveLength(10);
    expect(errors.map(({ extensions }) => extensions.code)).toEqual([...Array.from({ length: 100 }, () => 'WITHHELD'), 'WITHHELD_MORE']);
    expect(errors.at(-1)!.path).toBeUndefined();
    const few = `{ residents(first: 10) { edges { node { ${aliases.replaceAll(/born1\d: birthDate/g, '')} } } } }`;
    const whole = await gateway.ask('customer-service', few, { ...counter, withheld: 'error' });
    expect(new Set(whole.codes)).toEqual(new Set(['WITHHELD']));
    expect(whole.codes).toHaveLength(100);
  });

  test('error: an error at each path that no relationship could permit', async () => {
    const { status, data, errors } = await gateway.ask('customer-service', document, { ...counter, withheld: 'error' });
    expect(status).toBe(294);
    expect(data.them.givenName).toEqual(expect.any(String));
    expect(errors).toEqual([
      { message: 'The value is withheld.', path: ['them', 'born'], extensions: { code: 'WITHHELD', coordinates: ['Resident.birthDate'] } },
    ]);
  });

  test('reject: the refusal of the whole operation, with the attempt in the log', async () => {
    const rejected = await gateway.ask('customer-service', document, { ...counter, withheld: 'reject' });
    expect({ status: rejected.status, data: rejected.data, codes: rejected.codes }).toEqual({
      status: 403,
      data: undefined,
      codes: ['OPERATION_WITHHELD'],
    });
    expect(rejected.errors[0]!.extensions.coordinates).toEqual(['Resident.birthDate']);
    const [row] = await gateway.database.asOwner<{ outcome: string }>(
      `select header ->> 'outcome' as outcome from access_log.full_staged staged where id = $1
       union all select header ->> 'outcome' from access_log.full_entry entry where id = $1`,
      [rejected.privacy.receipt!.entry],
    );
    expect(row).toEqual({ outcome: 'REFUSED' });
    // A field that a relationship could permit does not reject the operation.
    const possible = 'query ($id: ID!) { resident(id: $id) { givenName email } }';
    expect((await gateway.ask('customer-service', possible, { ...counter, withheld: 'reject' })).errors).toEqual([]);
  });

  test('a notice of how a partner may use the data', async () => {
    const { privacy } = await gateway.ask('police', document, { variables: counter.variables });
    expect(privacy.notice).toMatch(/strictly confidential/);
    expect((await gateway.ask('resident', document, { variables: counter.variables })).privacy.notice).toBeUndefined();
  });
});

describe('introspection', () => {
  const fields = async (persona: string | null, type: string): Promise<string[]> => {
    const { data, errors } = await gateway.ask(persona, `{ __type(name: "${type}") { fields { name } inputFields { name } } }`);
    expect(errors).toEqual([]);
    return (data.__type?.fields ?? data.__type?.inputFields ?? []).map(({ name }: any) => name);
  };

  test('shows an anonymous caller the catalogue, the statement and how to ask', async () => {
    expect((await fields(null, 'Query')).toSorted()).toEqual([
      'node',
      'policy',
      'privacyStatement',
      'purposeTexts',
      'requestByCode',
      'requestState',
      'service',
      'services',
    ]);
    expect((await fields(null, 'Mutation')).toSorted()).toEqual(['fileRequest', 'reopenRequestByCode', 'sendContactCode']);
    expect(await fields(null, 'Resident')).toEqual([]);
  });

  test('shows each role what it could use for some purpose', async () => {
    expect(await fields('resident', 'Resident')).toEqual(expect.arrayContaining(['birthDate', 'email', 'account']));
    expect(await fields('maintenance-agent', 'Resident')).toEqual(
      expect.not.arrayContaining(['birthDate', 'email', 'givenName', 'purchases', 'tickets', 'household']),
    );
    expect(await fields('maintenance-agent', 'Resident')).toEqual(
      expect.arrayContaining(['initials', 'emailHint', 'phoneHint', 'ageBand']),
    );
    expect(await fields('security', 'Query')).toEqual(expect.arrayContaining(['webVisits', 'webVisitStatistics']));
    expect(await fields('security', 'Resident')).toEqual([]);
    expect(await fields('customer-service', 'ResidentFilter')).toEqual(['familyName', 'givenName', 'birthDate', 'ageBand']);
    expect(await fields('customer-service', 'WebVisit')).toEqual([]);
  });

  test('a coordinate that is hidden from the role is valid and withheld', async () => {
    const { errors, data } = await gateway.ask('maintenance-agent', `{ resident(id: "${cast.resident}") { initials birthDate } }`);
    expect(errors).toEqual([]);
    expect(data.resident).toEqual({ initials: expect.any(String), birthDate: null });
  });
});
