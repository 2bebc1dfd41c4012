import type { Reader } from '../rows/reader.ts';
import type { Purpose } from '../register.ts';
import type { AcknowledgementStore } from '../application.ts';
import type { Principal } from './principal.ts';
import type { DeclaredText } from './declaration.ts';
import type { PurposeText, PurposeTexts } from './purpose-texts.ts';

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
