import type { Client } from 'pg';
import { readConfig } from '../../../platform/settings/config.ts';
import { PrivacyError } from '../../../platform/errors/errors.ts';
import { causeOf } from '../../../platform/errors/error-cause.ts';
import { connectAs } from './connect-as.ts';

/** Milliseconds that a command waits for a lock, so that neither it nor others behind it hang. */
const patience = 10_000;

/**
 * Changes the access log as a database role, in one transaction.
 * @throws {PrivacyError} LOG_UNREADABLE: the log cannot be reached; LOG_CHANGE_FAILED: any other error
 */
export async function changeLog<Result>(role: 'eraser' | 'sequencer', work: (client: Client) => Promise<Result>): Promise<Result> {
  const opened = await connectAs(readConfig(), role);
  const { client } = opened;
  try {
    await client.query(`begin; set local lock_timeout = ${patience}`);
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error instanceof PrivacyError ? error : new PrivacyError('LOG_CHANGE_FAILED', { problems: [causeOf(error)] });
  } finally {
    await opened.close();
  }
}
