import { createCursors } from '../../../src/engine/rows/cursors.ts';
import { secret } from '../../../src/platform/postgres/secrets/secrets.ts';
import { askLater, lifetime } from '../asking/ask-later.ts';
import { testNow, testSecrets } from '../database/cluster.ts';
import { openGateway, type Answered, type Asked, type TestGateway } from './gateway.ts';
import { numberedBytes, numberedId } from '../log/numbered.ts';
import { captureStatements } from '../values/statements.ts';
import { wholeResponse } from '../asking/whole-response.ts';

/** One operation of a persona. */
export interface Step {
  readonly persona: string;
  readonly query: string;
  readonly asked?: Asked;
}

/** The answer to a step, and its SQL statements in alphabetical order. */
export interface Seen {
  readonly answer: Answered;
  readonly whole: string;
  readonly statements: readonly string[];
}

/**
 * A gateway in which a step gets the same ids, instants and nonces as in every other world, whatever happens between steps.
 */
export interface World {
  readonly gateway: TestGateway;
  /** Makes a step and numbers its entry, unless numbering is off. An undefined step only moves the clock. */
  step(step: Step | undefined): Promise<Seen | undefined>;
  /** Turns the numbering of entries on or off. Entries staged meanwhile are numbered by the next step. */
  number(entries: boolean): Promise<void>;
  /** Moves the clock forward to an instant. */
  moveTo(instant: Date): void;
  close(): Promise<void>;
}

/** Opens a world on its own database. Close it in afterAll. */
export async function openWorld(): Promise<World> {
  let steps = 0;
  let [ids, nonces] = [0, 0];
  let numbering = true;
  let start = testNow.getTime();
  const gateway = await openGateway({
    tokenMaxLifetime: lifetime,
    now: () => new Date(start + steps * 1_000),
    newId: () => numberedId((ids += 1)),
    cursors: createCursors(secret(testSecrets(), 'cursors'), () => numberedBytes((nonces += 1), 12)),
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
        const texts = listening.statements.map(({ text }) => text);
        // The first statement of a new connection.
        const statements = texts.filter((text) => !text.startsWith('select (extract(epoch from clock_timestamp())')).toSorted();
        if (numbering) await gateway.sequence();
        return { answer, whole: wholeResponse(answer), statements };
      } finally {
        listening.stop();
      }
    },
    close: () => gateway.close(),
  };
}
