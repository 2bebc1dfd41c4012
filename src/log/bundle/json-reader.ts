import { isObject } from '../encoding/json.ts';

/** A JSON value does not have the expected form. */
export class FormError extends Error {
  readonly place: string;

  constructor(place: string) {
    super(place);
    this.place = place;
  }
}

/** Longer than any string in a bundle. */
const longestText = 4096;

/** Reads untrusted JSON. Each method returns a value of the expected form, or throws a FormError with the value's place. */
export class JsonReader {
  readonly #value: unknown;
  readonly place: string;

  constructor(value: unknown, place: string) {
    this.#value = value;
    this.place = place;
  }

  get isNull(): boolean {
    return this.#value === null;
  }

  get isList(): boolean {
    return Array.isArray(this.#value);
  }

  /** An own member of an object; inherited ones such as `__proto__` do not count. */
  member(name: string): JsonReader {
    const object = this.object();
    if (!Object.hasOwn(object, name)) throw new FormError(`${this.place}, ${name}`);
    return new JsonReader(object[name], `${this.place}, ${name}`);
  }

  has(name: string): boolean {
    return Object.hasOwn(this.object(), name);
  }

  object(): Readonly<Record<string, unknown>> {
    if (!isObject(this.#value)) throw new FormError(this.place);
    return this.#value;
  }

  text(form = /^/): string {
    if (typeof this.#value !== 'string' || this.#value.length > longestText || !form.test(this.#value)) throw new FormError(this.place);
    return this.#value;
  }

  oneOf<Name extends string>(names: readonly Name[]): Name {
    const found = names.find((name) => name === this.#value);
    if (found === undefined) throw new FormError(this.place);
    return found;
  }

  count(): number {
    if (typeof this.#value !== 'number' || !Number.isSafeInteger(this.#value) || this.#value < 0) throw new FormError(this.place);
    return this.#value;
  }

  list<Item>(read: (item: JsonReader) => Item): Item[] {
    if (!Array.isArray(this.#value)) throw new FormError(this.place);
    return Array.from(this.#value, (item: unknown, at) => read(new JsonReader(item, `${this.place} ${at}`)));
  }
}
