import { createHash } from 'node:crypto';
import { CompiledQuery } from 'kysely';

/** Runs statements: MikroORM's Kysely, or what stands for it within one request. */
export interface Database {
  /** @throws the error of PostgreSQL */
  executeQuery<Row>(statement: CompiledQuery<Row>): Promise<{ readonly rows: Row[] }>;
}

const parameter = Symbol('parameter');

/** The key that tells pieces apart: its template; its text; how many items are joined; or that it is a parameter. */
type Key = readonly string[] | string | number | typeof parameter;

/** A place in the tree of all statements: after these pieces and parameters. */
interface Place {
  readonly next: Map<Key, Place>;
  /** The text of the statement that ends here, once it was executed. */
  text: string | undefined;
}

/** The maximum number of places that are remembered. All statements of all root fields take a tenth. */
const mostPlaces = 10_000;
const newPlace = (): Place => ({ next: new Map(), text: undefined });
let start = newPlace();
let places = 0;

/**
 * A piece of SQL with its parameters. The only tag of this name in src: Kysely's builds and visits a tree of nodes,
 * which took 12.4 µs for a statement that reads people; this one joined texts and took 6.0 µs. Kysely executes it,
 * in the transaction of its database handle.
 *
 * A statement is put together once. Afterwards its text is found by its pieces: the same string each time, whose hash is known.
 */
export class Sql<Row = unknown> {
  readonly #key: Key;
  readonly #texts: readonly string[];
  readonly #values: readonly unknown[];

  /**
   * @param key equal for pieces with equal texts
   * @param values one between each two texts: a piece or a parameter
   */
  constructor(key: Key, texts: readonly string[], values: readonly unknown[]) {
    this.#key = key;
    this.#texts = texts;
    this.#values = values;
  }

  /**
   * Runs the statement.
   * @throws the error of PostgreSQL
   */
  async execute(database: Database): Promise<{ readonly rows: Row[] }> {
    const parameters: unknown[] = [];
    if (places > mostPlaces) [start, places] = [newPlace(), 0];
    const place = this.#follow(start, parameters);
    place.text ??= this.#write('', { count: 0 });
    return database.executeQuery<Row>(CompiledQuery.raw(place.text, parameters));
  }

  #follow(from: Place, parameters: unknown[]): Place {
    let place = after(from, this.#key);
    for (const value of this.#values) {
      if (value instanceof Sql) place = value.#follow(place, parameters);
      else {
        parameters.push(value);
        place = after(place, parameter);
      }
    }
    return place;
  }

  #write(before: string, parameters: { count: number }): string {
    let text = before + this.#texts[0]!;
    for (let at = 0; at < this.#values.length; at += 1) {
      const value = this.#values[at];
      text = value instanceof Sql ? value.#write(text, parameters) : `${text}$${(parameters.count += 1)}`;
      text += this.#texts[at + 1]!;
    }
    return text;
  }
}

function after({ next }: Place, key: Key): Place {
  let place = next.get(key);
  if (!place) {
    next.set(key, (place = newPlace()));
    places += 1;
  }
  return place;
}

/** Makes a statement or a piece of one. Every value becomes a parameter, unless it is a piece. */
export function sql<Row = unknown>(texts: TemplateStringsArray, ...values: readonly unknown[]): Sql<Row> {
  return new Sql<Row>(texts, texts, values);
}

/** Pieces or parameters with a separator between them, by default a comma. */
sql.join = <Row = unknown>(items: readonly unknown[], between: Sql = comma): Sql<Row> => {
  const values = items.flatMap((item, at) => (at === 0 ? [item] : [between, item]));
  return new Sql<Row>(values.length, ['', ...values.map(() => '')], values);
};

/** A quoted name, or several names separated by dots. */
sql.ref = (name: string): Sql => written(name.split('.').map(quoted).join('.'));

/** A text or a whole number as a literal. */
sql.lit = <Value extends string | number>(value: Value): Sql<Value> =>
  written<Value>(typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`);

/** A text that is SQL already. Never pass text from outside. */
sql.raw = <Row = unknown>(text: string): Sql<Row> => written<Row>(text);

function written<Row>(text: string): Sql<Row> {
  return new Sql<Row>(text, [text], []);
}

/**
 * The name under which PostgreSQL keeps a prepared statement: a digest of its text. Two processes choose the same name for the same
 * text, and different names for different texts.
 * @returns 43 characters; PostgreSQL tells names apart by their first 63
 */
export function statementName(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

/**
 * A list of texts as a literal of SQL. Compare with `= any(…)`: unlike `in (…)`, it may be empty, as where a municipality has no partner
 * of some kind.
 */
export function textArray(texts: readonly string[]): string {
  const items = texts.map((text) => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`);
  return `'{${items.join(',').replaceAll("'", "''")}}'::text[]`;
}

const comma = sql`, `;

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
