import type { Language } from '../../platform/language/languages.ts';
import type { SayPurpose, AcknowledgementStore } from '../application.ts';
import type { Purpose, Role } from '../register.ts';
import { type Statement, statementOn } from '../policy/declaration/vocabulary.ts';
import { hash } from 'node:crypto';
import { purposesOf } from '../policy/decision/enter.ts';
import { matrixCells } from '../policy/matrix.ts';
import type { Policy } from '../policy/declaration/policy.ts';
import type { Reader } from '../rows/reader.ts';
import type { Principal } from './principal.ts';
import type { DeclaredText } from './declaration.ts';

/** The text that an employee acknowledges before the first use of a purpose. */
export interface PurposeText {
  readonly purpose: Purpose;
  /** 128 bits of a digest, hex. */
  readonly version: string;
  readonly text: Readonly<Record<Language, string>>;
}

/**
 * The texts of the purposes that the roles of employees can declare under a policy, at a day (RFC 3339 full-date). The version of a
 * text is a digest of its words in every language and of what the policy lets the role see and do for the purpose. So employees are asked
 * again exactly where a change of the policy, of the privacy statement or of a wording concerns that purpose.
 */
export class PurposeTexts {
  readonly #policy: Policy;
  readonly #sayPurpose: SayPurpose;
  readonly #known = new Map<string, readonly PurposeText[]>();

  constructor(policy: Policy, sayPurpose: SayPurpose) {
    this.#policy = policy;
    this.#sayPurpose = sayPurpose;
  }

  /** The texts for a role, in the order of the policy; none for a role that acknowledges none. */
  of(role: Role, day: string): readonly PurposeText[] {
    const statement = statementOn(this.#policy.vocabulary, day);
    const key = `${statement?.version} ${role}`;
    let texts = this.#known.get(key);
    if (!texts)
      this.#known.set(
        key,
        (texts = this.#policy.vocabulary.roles[role].acknowledges ? make(this.#policy, this.#sayPurpose, role, statement) : []),
      );
    return texts;
  }
}

function make(policy: Policy, sayPurpose: SayPurpose, role: Role, statement: Statement | undefined): readonly PurposeText[] {
  return purposesOf(policy, role).map((purpose) => {
    const cells = matrixCells(policy, { role, purpose });
    const text = sayPurpose(purpose, cells, statement);
    const seen = cells.map(({ relationship, category, when, except }) =>
      JSON.stringify([relationship, category, when, except.map(({ holds, unless }) => [holds, unless])]),
    );
    const done = policy.rootFields
      .filter((line) => line.role === role && (line.purposes === 'ANY' || line.purposes.includes(purpose)))
      .flatMap(({ fields, scope, needs }) => fields.map((field) => JSON.stringify([field, scope, needs])));
    const whole = JSON.stringify([role, purpose, text, seen.toSorted(), done.toSorted()]);
    return { purpose, version: hash('sha256', whole).slice(0, 32), text };
  });
}

/**
 * Which employees have acknowledged the text of a purpose. An acknowledgement is never withdrawn, so that one that was read is
 * remembered, and the usual request needs no statement for it. The maximum of cached entries; the oldest are evicted first.
 */
export class Acknowledgements {
  readonly #texts: PurposeTexts;
  readonly #made = new Set<string>();
  readonly #store: AcknowledgementStore;
  readonly #most: number;

  constructor(texts: PurposeTexts, store: AcknowledgementStore, most = 10_000) {
    this.#texts = texts;
    this.#store = store;
    this.#most = most;
  }

  /** The texts that the principal is asked to acknowledge; none where it is no employee. */
  textsFor({ role }: Pick<Principal, 'role'>, today: string): readonly PurposeText[] {
    return this.#texts.of(role, today);
  }

  /**
   * Finds the text of a declared purpose, and whether the principal has acknowledged it.
   * @returns undefined where there is nothing to acknowledge
   */
  async find(principal: Pick<Principal, 'id' | 'role'>, purpose: Purpose | undefined, reader: Reader): Promise<DeclaredText | undefined> {
    const text = this.textsFor(principal, reader.today).find((one) => one.purpose === purpose);
    if (!text) return undefined;
    const { version } = text;
    const key = `${principal.id} ${version}`;
    if (this.#made.has(key)) return { version, isAcknowledged: true };
    const made = await this.#store.read(reader, principal.id, [text]);
    if (!made.has(version)) return { version, isAcknowledged: false };
    if (this.#made.size >= this.#most) {
      for (const oldest of this.#made) {
        this.#made.delete(oldest);
        break;
      }
    }
    this.#made.add(key);
    return { version, isAcknowledged: true };
  }
}
