import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { cosign } from '../../src/log/keys/cosignature.ts';
import { createEntry } from '../../src/log/store/staging/create-entry.ts';
import type { Segments } from '../../src/log/entry/entry.ts';
import type { LogKey } from '../../src/log/keys/log-keys.ts';
import { createSigner, type Signer } from '../../src/log/keys/signer.ts';
import { stageStatement } from '../../src/log/store/staging/stage.ts';
import { signatureType } from '../../src/log/keys/verifier.ts';
import { cast } from '../../demo/personas.ts';
import type { Random } from '../../demo/population/random.ts';
import { eraseStoredSegment } from '../helpers/entries/erase-stored-segment.ts';
import { testNow } from '../helpers/database/cluster.ts';
import { openGateway } from '../helpers/gateway/gateway.ts';
import { newKey } from './new-key.ts';

/** An unaltered log, with the privileges of its database's owner. */
export interface TamperedLog {
  /** The owner's connection. */
  readonly client: Client;
  /** Runs a statement on it and returns the rows. */
  readonly asOwner: (text: string, values: readonly unknown[]) => Promise<readonly unknown[]>;
  readonly size: number;
  /** The verifier's keys: the log's key, and an old one that may sign only small trees. */
  readonly keys: readonly LogKey[];
  readonly origin: string;
  readonly signer: Signer;
  /** The old key, which may not sign trees of the current size. */
  readonly oldSigner: Signer;
  readonly witness: Signer;
  /** The checkpoints at about 300 entries and at the end. */
  readonly older: string;
  readonly newest: string;
  /** The erased segment, with its data subject and its salt before its erasure, and the entry that records the erasure. */
  readonly erased: { readonly seq: number; readonly ordinal: number; readonly subject: string; readonly salt: Buffer };
  readonly eraser: number;
  close(): Promise<void>;
}

/** The largest tree that the old key may sign. */
const oldKeyUpTo = 100n;

/** Creates a log of more than 600 entries over several tiles and two months, with one erased segment. */
export async function openTamperedLog(random: Random): Promise<TamperedLog> {
  const gateway = await openGateway();
  const client = new Client({ connectionString: gateway.database.roles.owner });
  await client.connect();
  const note = async (): Promise<string> => (await client.query<{ note: string }>('select note from access_log.checkpoint')).rows[0]!.note;
  // Entries are half a second apart, as they were made one after the other.
  let made = 0;
  const next = (): string => new Date(testNow.getTime() + made++ * 500).toISOString();
  const stageMany = async (count: number): Promise<void> => {
    for (let staged = 0; staged < count; staged += 20) {
      const { text, values } = stageStatement(Array.from({ length: 20 }, () => anyEntry(next(), random)));
      await client.query(text, values);
    }
    await gateway.sequence();
  };
  const document = `{ resident(id: "${cast.resident}") { givenName } me { email } }`;
  await Promise.all(Array.from({ length: 20 }, () => gateway.ask('guardian', document)));
  await stageMany(280);
  const older = await note();
  await stageMany(300);

  const asOwner: TamperedLog['asOwner'] = async (text, values) => (await client.query(text, [...values])).rows;
  const { subject, salt } = await eraseStoredSegment(asOwner, 25, 2);
  const erased = { seq: 25, ordinal: 2, subject: subject!, salt };
  const eraser = createEntry(
    { ...headerOf(next()), role: 'ERASER', operationType: 'command', erases: [`${erased.seq}/${erased.ordinal}`] },
    noSubjects(),
  );
  const { text, values } = stageStatement([eraser]);
  await client.query(text, values);
  await stageMany(60);
  await client.query(`update access_log.entry set month = case when seq < 200 then '2026-06-01'::date else '2026-07-01' end`);
  await client.query(`update access_log.posting set month = case when first_seq < 200 then '2026-06-01'::date else '2026-07-01' end`);
  await client.query(`update access_log.coverage set since = '2026-06-01T00:00:00Z'`);
  const [counted] = (
    await client.query<{ size: string; eraser: string }>(
      'select (select size from access_log.checkpoint), (select seq from access_log.entry where id = $1) as eraser',
      [eraser.header.id],
    )
  ).rows;

  const { origin, newest: signerOf } = gateway.logKeys;
  const witness = createSigner('witness.example/w', newKey(), signatureType.cosignature);
  await client.query('insert into access_log.cosignature (size, witness, time, note, line) values ($1, $2, $3, $4, $5)', [
    older.split('\n')[1],
    witness.verifier.vkey,
    1_790_000_000,
    older,
    cosign(witness, older, 1_790_000_000n),
  ]);
  const oldSigner = createSigner(origin, newKey());
  return {
    client,
    asOwner,
    size: Number(counted!.size),
    keys: [...gateway.logKeys.keys(), { verifier: oldSigner.verifier, first: 0n, last: oldKeyUpTo }],
    origin,
    signer: signerOf(),
    oldSigner,
    witness,
    older,
    newest: await note(),
    erased,
    eraser: Number(counted!.eraser),
    close: async () => {
      await client.end();
      await gateway.close();
    },
  };
}

const coordinates = ['Resident.givenName', 'Resident.email', 'Resident.phone', 'Resident.birthDate', 'Resident.address'];

function anyEntry(at: string, random: Random): ReturnType<typeof createEntry> {
  const views = Array.from({ length: random.between(1, 2) }, (_view, at) => ({
    relationship: at === 0 ? 'ENCOUNTER' : 'NONE',
    released: coordinates.slice(0, random.between(1, 4)),
    withheld: coordinates.slice(4),
  }));
  // At least two, so that one remains after the erasure.
  const subjects = Array.from({ length: random.between(2, 5) }, (_subject, at) => ({
    kind: 'subject' as const,
    id: randomUUID(),
    ...views[at % views.length]!,
  }));
  return createEntry(headerOf(at), [...noSubjects(), ...subjects]);
}

function noSubjects(): Segments {
  return [
    { kind: 'principal', id: randomUUID() },
    { kind: 'case', case: randomUUID(), authority: null },
  ];
}

function headerOf(at: string): Parameters<typeof createEntry>[0] {
  return {
    id: randomUUID(),
    at,
    role: 'CUSTOMER_SERVICE',
    purpose: 'SERVICE_PROVISION',
    authority: 'Municipal Government Act',
    operationHash: 'ab'.repeat(32),
    operationType: 'query',
    rootFields: ['Query.residents'],
    inputs: [],
    policyVersion: 'cd'.repeat(32),
    statementVersion: '2026-01-01',
    outcome: 'ANSWERED',
  };
}
