import type { Receipt } from '../../src/log/proofs/receipt.ts';
import { createRandom } from '../../demo/population/random.ts';
import { openLogKeys } from '../../src/log/store/publication/log-key-store.ts';
import { checkAnswers } from './check-answers.ts';
import { checkLog } from './check-log.ts';
import { startClients, type Clients } from './clients.ts';
import { faults, type FaultName } from './fault.ts';
import { Ledger } from './ledger.ts';
import { openTown, type Town } from './town.ts';

export interface ChaosOptions {
  readonly rounds: number;
  readonly seed: number;
  /** The faults, in turn. A full disk needs a small separate disk, which this account must be able to mount. */
  readonly turn: readonly FaultName[];
  readonly onRound: (done: number) => void;
}

/** The result of one round. */
export interface Round {
  readonly fault: FaultName;
  readonly answers: number;
  readonly refused: number;
  readonly lost: number;
  readonly entries: number;
  readonly found: readonly string[];
}

const clients = 16;
const diskMebibytes = { least: 320, eachRound: 8 };
const patienceMs = 90_000;
const diskFullMs = 8_000;

/** Injects one fault after another while clients send requests without a pause, and checks the guarantees after each round. */
export async function run({ rounds, seed, turn, onRound }: ChaosOptions): Promise<Round[]> {
  const random = createRandom(`chaos ${seed}`);
  const town = await openTown(turn.includes('disk') ? diskMebibytes.least + diskMebibytes.eachRound * rounds : undefined);
  try {
    const keys = openLogKeys(town.config, town.config.logOrigin).keys();
    const ledger = new Ledger();
    const seen = new Set<string>();
    let size = 0;
    const residents = await town.cluster.query<{ id: string }>(
      `select id from recreation.resident where birth_date < now() - interval '30 years' and email is not null order by id limit ${clients}`,
    );
    const urls = town.gateways.map(({ program }) => new URL('/graphql', program().ready).href);
    const asking = await startClients(
      town.config,
      urls,
      residents.map(({ id }) => id),
      ledger,
      seed,
    );
    const reports: Round[] = [];
    try {
      for (let round = 0; round < rounds; round += 1) {
        const fault = turn[round % turn.length]!;
        const before = { ...ledger.counts, size };
        const found = await injectAndRepair(town, fault, asking, ledger, random);
        // The last check covers every answer of the run.
        if (round === rounds - 1) await asking.stop();
        if (!found.some(isHung)) {
          // Receipts that arrive from now on belong to the next round: their entries have no number yet.
          const receipts = [...ledger.receipts.values()].filter(({ entry }) => !seen.has(entry));
          found.push(...(await untilNumbered(town, receipts)));
          found.push(...(await checkAnswers(town.cluster, ledger, receipts, keys)));
          for (const { entry } of receipts) seen.add(entry);
          const log = await checkLog(town.cluster.url, keys);
          found.push(...log.faults);
          size = log.size;
          found.push(...(await town.personalPrinted()));
          found.push(...ledger.faults.splice(0));
        }
        const { ANSWERED, REFUSED, LOST } = ledger.counts;
        reports.push({
          fault,
          answers: ANSWERED - before.ANSWERED,
          refused: REFUSED - before.REFUSED,
          lost: LOST - before.LOST,
          entries: size - before.size,
          found,
        });
        onRound(round + 1);
        // A gateway that no longer answers cannot be tested further.
        if (found.some(isHung)) break;
      }
    } finally {
      await asking.stop();
    }
    return reports;
  } finally {
    await town.close();
  }
}

const hung = 'within a minute and a half';

function isHung(sentence: string): boolean {
  return sentence.startsWith(hung);
}

async function injectAndRepair(
  town: Town,
  fault: FaultName,
  asking: Clients,
  ledger: Ledger,
  random: ReturnType<typeof createRandom>,
): Promise<string[]> {
  const programs = [...town.gateways, ...town.sequencers];
  await pause(random.between(300, 1_500));
  const injected = await faults[fault](town, random);
  await pause(random.between(500, 1_500));
  if (fault === 'disk') await untilRequestsFail(ledger);
  const died = programs.filter((one) => !injected.killed.includes(one) && !one.program().isRunning());
  await injected.repair();
  for (const one of died) await one.restart();
  const sentences = died.map(({ name }) => `${name} died by itself`);
  if (!(await inTime(asking.allAnswered()))) sentences.push(`${hung} not every client had an answer from every gateway`);
  return sentences;
}

/** Waits until a request is refused, because a full disk has no immediate effect. */
async function untilRequestsFail({ counts }: Ledger): Promise<void> {
  const before = counts.REFUSED + counts.LOST;
  const until = performance.now() + diskFullMs;
  while (counts.REFUSED + counts.LOST < before + clients && performance.now() < until) await pause(50);
}

/** Waits until each of these entries has a number. */
async function untilNumbered({ cluster }: Town, receipts: readonly Receipt[]): Promise<string[]> {
  let waiting = receipts.map(({ entry }) => entry);
  const until = performance.now() + patienceMs;
  while (waiting.length > 0 && performance.now() < until) {
    const staged = await cluster.query<{ id: string }>('select id from access_log.staged where id = any($1::uuid[])', [waiting]);
    waiting = staged.map(({ id }) => id);
    await pause(50);
  }
  return waiting.length === 0 ? [] : [`${hung} ${waiting.length} entries got no number`];
}

async function inTime(work: Promise<void>): Promise<boolean> {
  return Promise.race([work.then(() => true), pause(patienceMs).then(() => false)]);
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}
