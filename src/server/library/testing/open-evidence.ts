import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getNamedType, type GraphQLSchema } from 'graphql';
import { MapperKind, mapSchema } from '@graphql-tools/utils';
import type { CompiledQuery } from 'kysely';
import { Client } from 'pg';
import { PrivacyError } from '../../../platform/errors/errors.ts';
import { readConfig } from '../../../platform/settings/config.ts';
import { connectionOptions } from '../../../platform/settings/connection-options.ts';
import { openOrm } from '../../../platform/postgres/connections/orm.ts';
import type { Database } from '../../../platform/sql/sql.ts';
import { createCalendar } from '../../../platform/time/calendar.ts';
import { buildSchema } from '../../spine/document/build-schema.ts';
import { openDatabase } from '../../start/open.ts';
import { start } from '../../start/start.ts';
import { accessLog } from '../database/access-log.ts';
import { createApplication, type ApplicationDefinition } from '../create-application.ts';
import type { Rows } from '../rows/rows.ts';
import { exhaust, type Exhausted } from './exhaust.ts';
import { prove, type EvidenceGateway, type Proof, type ProveOptions } from './prove.ts';
import { placeStandpoint, type Placed, type Standpoint } from './standpoint.ts';

/** How the evidence is opened. */
export interface EvidenceOptions {
  /** Settings of the gateway, by their names in the environment, which is not read itself. They can name no database: the evidence alters its own. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Fills the database after the migrations of the application, and before the gateway starts. */
  readonly populate?: (database: Database) => Promise<unknown>;
}

/** A gateway of an application over an embedded database of its own, for tests. */
export interface Evidence {
  /** The address of its GraphQL endpoint. */
  readonly url: string;
  /** As the role that owns the tables. */
  readonly database: Database;
  /** Compares every value of every root field with the policy's lines, from every standpoint. */
  exhaust(standpoints: readonly Standpoint[], onProgress?: (done: number, total: number) => void): Promise<Exhausted>;
  /** Looks for answers that depend on hidden values. */
  prove(standpoints: readonly Standpoint[], options?: ProveOptions): Promise<Proof>;
  close(): Promise<void>;
}

/** Reads that each role may make in the evidence. */
const unlimited = 1_000_000;

/**
 * Starts the gateway of an application over a new embedded database in a temporary folder, with its own policy. Only budgets are lifted,
 * because evidence reads more than people do. Rows of the access log are not asked for.
 * @throws PrivacyError naming what is wrong with the application, its schema or the database
 */
export async function openEvidence(
  definition: ApplicationDefinition,
  { settings = {}, populate }: EvidenceOptions = {},
): Promise<Evidence> {
  const named = Object.keys(settings).filter((name) => name.startsWith('DATABASE_') || name === 'DATA_DIR');
  if (named.length > 0) {
    throw new PrivacyError('SETTING_INVALID', {
      problems: named.map((name) => `${name}: the evidence has a database of its own, which it alters`),
    });
  }
  const { policy } = definition;
  const budgets = policy.budgets.map((line) => ({ ...line, perHour: unlimited, perDay: unlimited }));
  const application = createApplication({ ...definition, policy: { ...policy, budgets } });
  const folder = mkdtempSync(join(tmpdir(), 'need-to-know-evidence-'));
  const closing: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true })];
  const close = async (): Promise<void> => {
    for (const end of closing.splice(0).toReversed()) await end();
  };
  try {
    const config = readConfig({
      NODE_ENV: 'test',
      DATA_DIR: folder,
      PORT: '0',
      LOG_LEVEL: 'silent',
      REFUSED_DOCUMENTS_PER_MINUTE: `${unlimited}`,
      ...settings,
    });
    // Tables that something other than the application's migrations makes must be there before it starts.
    const opened = await openDatabase(config, [], application.database);
    closing.push(() => opened.close());
    const { owner } = opened.roles;
    const orm = await openOrm(owner, [], { max: 2 });
    closing.push(() => orm.close(true));
    const database = orm.em.getKysely<unknown>();
    await populate?.(database);
    const gateway = await start(application, { ...config, identity: undefined, demoPopulation: false });
    closing.push(() => gateway.stop());
    const client = new Client(connectionOptions(owner));
    await client.connect();
    closing.push(() => client.end());
    const { schema, markings } = buildSchema(application);
    const isOfLog = ({ definition: { from } }: Rows): boolean => from === accessLog;
    const rows = definition.rows.filter((one) => !isOfLog(one) && one.definition.subject !== undefined);
    const left = new Set(definition.rows.filter(isOfLog).map(({ type }) => type));
    const asked = withoutFieldsOf(schema, left);
    const leftRoots = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(({ type }) => left.has(getNamedType(type).name));
    const parts = { rows, subjects: definition.subjects, policy: application.policy, markings };
    const evidence: EvidenceGateway = { url: gateway.url, owner: { client, database: databaseOn(client) }, schema: asked, markings, parts };
    const placeAll = async (standpoints: readonly Standpoint[]): Promise<readonly Placed[]> => {
      const now = new Date();
      const reader = { database, now, today: createCalendar(config.timeZone).dayOf(now) };
      return Promise.all(standpoints.map((one) => placeStandpoint(application, reader, one)));
    };
    return {
      url: gateway.url,
      database,
      exhaust: async (standpoints, onProgress) => {
        const found = await exhaust(evidence, await placeAll(standpoints), database, onProgress);
        return { ...found, notAsked: [...found.notAsked, ...leftRoots.map(({ name }) => `Query.${name}`)] };
      },
      prove: async (standpoints, options) => prove(evidence, await placeAll(standpoints), options),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The schema without the fields that return these types. Asking adds rows of the access log, so that no two answers with them are the same. */
function withoutFieldsOf(schema: GraphQLSchema, types: ReadonlySet<string>): GraphQLSchema {
  return mapSchema(schema, { [MapperKind.COMPOSITE_FIELD]: (field) => (types.has(getNamedType(field.type).name) ? null : field) });
}

/** Statements on one connection, so that they see what its transaction has changed. */
function databaseOn(client: Client): Database {
  return {
    async executeQuery<Row>({ sql, parameters }: CompiledQuery<Row>) {
      const { rows } = await client.query(sql, [...parameters]);
      return { rows: rows as Row[] };
    },
  };
}
