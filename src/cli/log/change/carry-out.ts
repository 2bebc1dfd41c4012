import type { Client } from 'pg';
import type { Application } from '../../../engine/application.ts';
import { sequencerLock } from '../../../log/store/numbering/sequencer.ts';
import { stageEntry } from '../../../log/store/staging/stage.ts';
import type { Segment } from '../../../log/entry/entry.ts';
import { hashSegment } from '../../../log/entry/segment-tree.ts';
import { commandEntry } from './command-entry.ts';

/** An erasure that one officer proposed and another approved. */
export interface ApprovedErasure {
  readonly id: string;
  readonly rule: string;
  readonly request: string;
  readonly person: string;
  readonly approvedBy: string;
}

/** The erased parts, and the entry that records the erasure. */
export interface CarriedOut {
  /** The `Erasure.id`. */
  readonly erasure: string;
  readonly rule: string;
  /** `number/ordinal` of each segment. */
  readonly erased: readonly string[];
  /** The id of the entry that records the erasure. */
  readonly loggedAs: string;
}

/** Reads the erasures that can be carried out, those first that were approved first. */
export async function readApproved(client: Client): Promise<readonly ApprovedErasure[]> {
  const { rows } = await client.query<ApprovedErasure>(
    `select erasure.id, erasure.rule, erasure.request_id as request, erasure.person_id as person, erasure.approved_by as "approvedBy"
     from access_log.erasure
     where erasure.entry_id is null and erasure.approved_at >= now() - interval '30 days'
     order by erasure.approved_at, erasure.id`,
  );
  return rows;
}

/**
 * Erases the segments of an approved erasure, salts and contents, and stages the entry that records it, in the transaction that `client`
 * is in. The database finds the segments by itself, and refuses an entry that says something else. The entry names the person, so that the
 * person's history shows the erasure. The sequencer is locked out meanwhile: it would wait for the tables that are rewritten, and hold
 * others back.
 * @returns undefined if all of it is erased or removed already; then nothing is logged
 */
export async function carryOut(
  { policy, erasures }: Pick<Application, 'policy' | 'erasures'>,
  client: Client,
  { id, rule, request, person, approvedBy }: ApprovedErasure,
  now: Date,
): Promise<CarriedOut | undefined> {
  await client.query('select pg_advisory_xact_lock($1)', [sequencerLock]);
  const { rows } = await client.query<{ place: string; salt: Buffer; content: Segment }>(
    `select format('%s/%s', seq, ordinal) as place, salt, content from access_log.segments_to_erase($1)`,
    [id],
  );
  if (rows.length === 0) return undefined;
  const erased = rows.map(({ place }) => place);
  const own = commandEntry(
    policy,
    {
      name: 'erase-approved',
      rule,
      role: 'ERASER',
      purpose: erasures.purpose,
      erases: erased,
      principal: approvedBy,
      case: request,
      subjects: [{ kind: 'subject', id: person, relationship: erasures.relationship, released: [], withheld: [] }],
    },
    now,
  );
  await stageEntry(client, own);
  const hashes = rows.map(({ salt, content }) => hashSegment(salt, content));
  await client.query('select access_log.erase_approved($1, $2, $3)', [id, own.header.id, hashes]);
  return { erasure: id, rule, erased, loggedAs: own.header.id };
}
