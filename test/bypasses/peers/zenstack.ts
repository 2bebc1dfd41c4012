import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { ids } from '../clinic/ids.ts';
import { viewerNamed, type Viewer } from '../clinic/people.ts';
import { openUrl } from '../systems/open-url.ts';
import type { NotApplicable, OwnOperations, Place, RunningSystem, System } from '../systems/system.ts';
import { importPeer, versionOfPeer } from './import-peer.ts';

interface Client {
  $use(plugin: object): Client;
  $setAuth(viewer: Viewer | undefined): Client;
  $disconnect(): Promise<void>;
}
interface Orm {
  readonly ZenStackClient: new (schema: object, options: object) => Client;
}
interface Api {
  readonly RPCApiHandler: new (options: object) => {
    handleRequest(request: object): Promise<{ readonly status: number; readonly body: unknown }>;
  };
}
interface Kysely {
  readonly sql: (texts: TemplateStringsArray, ...values: readonly unknown[]) => unknown;
}
interface Eb {
  ref(name: string): unknown;
}

const folder = fileURLToPath(new URL('.', import.meta.url));

/** Generates the client of a model, as `zen generate` does for an application. @throws Error with what the model has wrong */
async function generate(model: string): Promise<object> {
  const words = ['generate', '--schema', model, '-o', 'generated', '--no-version-check', '--no-tips'];
  const options = ['--generate-models', 'false', '--generate-input', 'false'];
  await promisify(execFile)('node_modules/.bin/zen', [...words, ...options], { cwd: folder, env: { ...process.env, DO_NOT_TRACK: '1' } });
  const { schema } = await importPeer<{ schema: object }>(new URL('generated/schema.ts', import.meta.url).href);
  return schema;
}

/** The client with the policy plugin, behind ZenStack’s own handler of requests. */
async function open(place: Place, model: string): Promise<RunningSystem> {
  const schema = await generate(model);
  const { ZenStackClient } = await importPeer<Orm>('@zenstackhq/orm');
  const { PostgresDialect } = await importPeer<{ PostgresDialect: new (options: object) => object }>('@zenstackhq/orm/dialects/postgres');
  const { PolicyPlugin } = await importPeer<{ PolicyPlugin: new () => object }>('@zenstackhq/plugin-policy');
  const { RPCApiHandler } = await importPeer<Api>('@zenstackhq/server/api');
  const { sql } = await importPeer<Kysely>('kysely');
  const { default: pg } = await importPeer<{ default: { Pool: new (options: object) => object } }>('pg');
  const db = new ZenStackClient(schema, {
    dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: await openUrl(place), max: 4 }) }),
    computedFields: { Patient: { generation: (eb: Eb) => sql`extract(decade from ${eb.ref('birthDate')})::integer * 10` } },
  });
  const guarded = db.$use(new PolicyPlugin());
  const handler = new RPCApiHandler({ schema });
  return {
    ask: async (person, operation) => {
      const [, method, path, given = '{}'] = /^(\w+) (\S+) (.*)$/s.exec(operation) ?? [];
      const { status, body } = await handler.handleRequest({
        client: guarded.$setAuth(viewerNamed(person)),
        method,
        path,
        ...(method === 'GET' ? { query: { q: given } } : { requestBody: JSON.parse(given) as unknown }),
      });
      return { status, text: JSON.stringify(body) };
    },
    stop: () => db.$disconnect(),
  };
}

const none = (notApplicable: string): NotApplicable => ({ notApplicable });
const find = (model: string, given: object): string => `GET ${model}/findMany ${JSON.stringify(given)}`;
const findOne = (model: string, id: string, select: object): string =>
  `GET ${model}/findUnique ${JSON.stringify({ where: { id }, select })}`;
const patients = (given: object): string => find('patient', { select: { name: true }, ...given });
const withReason = (reason: string): object => ({ where: { visits: { some: { reason } } } });
const pair = (one: string, other: string): OwnOperations => ({ operation: one, other });
const noReason = 'a reason that no visit has';
const reasons: OwnOperations = { operation: find('visit', { select: { id: true, reason: true } }) };
const setFee = (id: string, where: object = {}): string =>
  `PUT visit/update ${JSON.stringify({ where: { id, ...where }, data: { fee: 81 } })}`;
const ofBoth = (select: object): OwnOperations => pair(findOne('patient', ids.ann, select), findOne('patient', ids.ben, select));

/** ZenStack 3 with its policy plugin, asked by its own query API: it has no GraphQL. */
export const zenStack: System = {
  name: 'ZenStack',
  version: () => versionOfPeer('@zenstackhq/orm'),
  open: (place) => open(place, 'clinic.zmodel'),
  openMisnamed: (place) => {
    const model = readFileSync(`${folder}clinic.zmodel`, 'utf8').replace("reason String @deny('read'", "reason String @dney('read'");
    writeFileSync(`${folder}generated/misnamed.zmodel`, model);
    return open(place, 'generated/misnamed.zmodel');
  },
  own: {
    interface: none('its query API has no interfaces'),
    interfaceFragment: none('its query API has no interfaces'),
    union: none('its query API has no unions'),
    typeName: none('its query API has no unions'),
    alias: none('its query API has no aliases'),
    node: none('it has no global ids'),
    nodeOracle: none('it has no global ids'),
    typeNameAlone: none('it has no global ids'),
    introspection: none('it has no introspection'),
    requirement: { operation: patients({ select: { name: true, generation: true } }), control: patients({ select: { birthDate: true } }) },
    misnamed: reasons,
    relation: { operation: find('visit', { include: { patient: { include: { results: true } } } }) },
    otherDecision: { operation: patients({ where: { id: { in: [ids.ann, ids.ben] } }, select: { phone: true } }) },
    payload: { operation: setFee(ids.annsVisit), control: reasons.operation },
    filter: pair(patients({ where: { birthDate: '1984-03-02T00:00:00Z' } }), patients({ where: { birthDate: '1901-01-01T00:00:00Z' } })),
    relationFilter: pair(patients(withReason('migraine')), patients(withReason(noReason))),
    writeFilter: {
      ...pair(setFee(ids.annsVisit, { reason: 'migraine' }), setFee(ids.annsVisit, { reason: noReason })),
      control: patients(withReason('migraine')),
      otherControl: patients(withReason(noReason)),
    },
    order: { operation: patients({ orderBy: { birthDate: 'asc' } }) },
    aggregate: pair(
      `GET patient/count ${JSON.stringify(withReason('migraine'))}`,
      `GET patient/count ${JSON.stringify(withReason(noReason))}`,
    ),
    count: { operation: 'GET patient/count {}' },
    deniedChild: ofBoth({ name: true, results: { select: { id: true }, take: 1 } }),
    deniedList: ofBoth({ name: true, results: { select: { value: true } } }),
    deniedValue: ofBoth({ name: true, note: true }),
    guess: pair(patients({ where: { name: 'Ann Archer' } }), patients({ where: { name: 'A Stranger' } })),
    oracle: pair(findOne('patient', ids.ben, { name: true }), findOne('patient', ids.unknown, { name: true })),
    writeOracle: pair(setFee(ids.bensVisit), setFee(ids.unknown)),
    fetched: reasons,
    anonymous: reasons,
  },
  notes: {
    writeFilter: 'the `where` of a change is not filtered by the readable fields; a handler that takes an id alone holds',
  },
};
