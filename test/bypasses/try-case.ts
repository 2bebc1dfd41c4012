import type { BypassCase } from './cases/case.ts';
import type { Person } from './clinic/people.ts';
import type { Answered, OwnOperations, RunningSystem } from './systems/system.ts';
import type { WatchedDatabase } from './watch-database.ts';

/** The outcome of a case on a system. */
export interface Outcome {
  readonly result: 'held' | 'leaked' | 'not applicable';
  /** The leak, the reason that a case does not apply, or the refusal that held. */
  readonly detail: string;
}

/** A case with the operations of one system. */
export type OwnCase = BypassCase & OwnOperations;

/**
 * Tries a case. First the value is shown to the person who may see it.
 * @throws Error if it is not: the case would ask nothing
 */
export async function tryCase(asked: OwnCase, system: RunningSystem, watched: WatchedDatabase): Promise<Outcome> {
  const { withoutRandom = (text: string) => text } = system;
  const { by, shownTo, operation, other, control = operation, otherControl = other, judge } = asked;
  const ask = async (person: Person, given: string): Promise<Asked> => {
    watched.clear();
    const answered = await system.ask(person, given);
    // A digest could look like a value.
    return { status: answered.status, text: withoutRandom(answered.text), rows: watched.returned.join('\n') };
  };
  if (judge.in === 'difference') {
    if (other === undefined || otherControl === undefined) throw new Error('a difference takes two operations');
    const alike = async (person: Person, one: string, another: string): Promise<boolean> =>
      comparable(await ask(person, one), one) === comparable(await ask(person, another), another);
    if (await alike(shownTo, control, otherControl))
      throw new Error(`${shownTo} sees no difference: ${(await ask(shownTo, control)).text}`);
    return (await alike(by, operation, other)) ? held : leaked(await ask(by, operation), await ask(by, other));
  }
  const shown = await ask(shownTo, control);
  const place = judge.in === 'rows' ? 'rows' : 'text';
  if (!judge.secret.test(readable(shown[place]))) throw new Error(`${shownTo} does not see it: ${shown.text}`);
  const seen = await (judge.in === 'answer without log' ? withoutLog(system, () => ask(by, operation)) : ask(by, operation));
  const found = judge.secret.exec(readable(seen[place]));
  if (!found) return held;
  return { result: 'leaked', detail: `${judge.in === 'rows' ? 'the database returned' : 'the answer has'} “${found[0].slice(0, 80)}”` };
}

async function withoutLog<T>(system: RunningSystem, work: () => Promise<T>): Promise<T> {
  await system.breakLog?.(true);
  try {
    return await work();
  } finally {
    await system.breakLog?.(false);
  }
}

interface Asked extends Answered {
  readonly rows: string;
}

const held: Outcome = { result: 'held', detail: '' };

function leaked(one: Answered, other: Answered): Outcome {
  const [a, b] = [one, other].map(({ text }) => (text.length > 160 ? `${text.slice(0, 160)}…` : text));
  return { result: 'leaked', detail: `${a!} differs from ${b!}` };
}

/** An answer without the values that its own operation names. */
function comparable({ status, text }: Answered, operation: string): string {
  // An error says at which column of the operation it is.
  const told = text.replaceAll(/"locations":\[.*?\]/g, '');
  const said = operation.match(/[\w+/=-]{16,}/g) ?? [];
  const names = /Ann Archer|Ben Baker/g;
  return `${status} ${said.reduce((left, one) => left.replaceAll(one, '…'), told).replaceAll(names, '…')}`;
}

/** A text with what it holds in base64. */
function readable(text: string): string {
  const encoded = text.match(/[\w+/-]{12,}={0,2}/g) ?? [];
  return [text, ...encoded.map((one) => Buffer.from(one, 'base64').toString('latin1'))].join('\n');
}
