import type { Language } from '../../platform/language/languages.ts';
import type { SayPurpose } from '../application.ts';
import type { Purpose, Role } from '../register.ts';
import type { Statement } from '../policy/declaration/statement.ts';
import { hash } from 'node:crypto';
import { purposesOf } from '../policy/decision/enter.ts';
import { matrixCells } from '../policy/matrix.ts';
import type { Policy } from '../policy/declaration/policy.ts';
import { statementOn } from '../policy/declaration/statement.ts';

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
