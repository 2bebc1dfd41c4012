import { createCursors } from '../../src/records/cursors.ts';
import { secret } from '../../src/database/secrets.ts';
import { askLater } from './ask-later.ts';
import { testCluster, testNow } from './cluster.ts';
import { openGateway, type Answered, type Asked, type TestGateway } from './gateway.ts';
import { numberedBytes, numberedId } from './numbered.ts';
import { captureStatements } from './statements.ts';
import { wholeResponse } from './whole-response.ts';

/** What is asked in one step: by whom, and what. */
export interface Step {
  readonly persona: string;
  readonly query: string;
  readonly asked?: Asked;
}

/** What a step gave to the asker, and the statements that it took, in an order of their own. */
export interface Seen {
  readonly answer: Answered;
  readonly whole: string;
  readonly statements: readonly string[];
}

/**
 * A gateway in which the same steps give the same ids, instants and nonces as in any other world, whatever
 * else was done there between them.
 */
export interface World {
  readonly gateway: TestGateway;
  /** Makes a step, and numbers its entry unless the log stands still. An undefined one takes its time and does nothing. */
  step(step: Step | undefined): Promise<Seen | undefined>;
  /** Whether entries are numbered. What waits while they are not is numbered by the next step after. */
  number(entries: boolean): Promise<void>;
  /** Moves the clock on to an instant. */
  moveTo(instant: Date): void;
  close(): Promise<void>;
}

/** Opens a world on a database of its own. Close it in afterAll. */
export async function openWorld(): Promise<World> {
  let steps = 0;
  let [ids, nonces] = [0, 0];
  let numbering = true;
  let start = testNow.getTime();
  const gateway = await openGateway({
    now: () => new Date(start + steps * 1_000),
    newId: () => numberedId((ids += 1)),
    cursors: createCursors(secret(testCluster().dataDirectory, 'cursors'), () => numberedBytes((nonces += 1), 12)),
  });
  return {
    gateway,
    async number(entries) {
      if (numbering) await gateway.sequence();
      const right = entries ? 'grant select, delete on access_log.staged to' : 'revoke select, delete on access_log.staged from';
      await gateway.database.asOwner(`${right} ntk_sequencer`);
      numbering = entries;
    },
    moveTo(instant) {
      start = instant.getTime() - steps * 1_000;
    },
    async step(step) {
      steps += 1;
      [ids, nonces] = [steps * 10_000, steps * 10_000];
      if (!step) return undefined;
      const listening = captureStatements(gateway.database.roles.gateway);
      try {
        const answer = await askLater(gateway, step.persona, step.query, step.asked);
        const statements = listening.statements.map(({ text }) => text).toSorted();
        if (numbering) await gateway.sequence();
        return { answer, whole: wholeResponse(answer), statements };
      } finally {
        listening.stop();
      }
    },
    close: () => gateway.close(),
  };
}
