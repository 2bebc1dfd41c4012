import { CompiledQuery, type Kysely } from 'kysely';

/**
 * A piece of SQL with its parameters, made anew for each request: so it is made of texts alone, where Kysely's own
 * would build a tree of nodes and visit it. Kysely still executes it, in whatever transaction there is.
 */
export class Sql<Row = unknown> {
  readonly #texts: readonly string[];
  readonly #values: readonly unknown[];

  /** @param values one between each two texts: a piece, or a parameter */
  constructor(texts: readonly string[], values: readonly unknown[]) {
    this.#texts = texts;
    this.#values = values;
  }

  /**
   * Runs the statement.
   * @throws what PostgreSQL says
   */
  async execute(database: Kysely<unknown>): Promise<{ readonly rows: Row[] }> {
    const parameters: unknown[] = [];
    const text = this.#write('', parameters);
    return database.executeQuery<Row>(CompiledQuery.raw(text, parameters));
  }

  #write(before: string, parameters: unknown[]): string {
    let text = before + this.#texts[0]!;
    for (let at = 0; at < this.#values.length; at += 1) {
      const value = this.#values[at];
      text = value instanceof Sql ? value.#write(text, parameters) : `${text}$${parameters.push(value)}`;
      text += this.#texts[at + 1]!;
    }
    return text;
  }
}

/** Makes a statement or a piece of one: every value is a parameter, unless it is a piece itself. */
export function sql<Row = unknown>(texts: TemplateStringsArray, ...values: readonly unknown[]): Sql<Row> {
  return new Sql<Row>(texts, values);
}

/** Pieces or parameters with something between them, a comma unless it is given. */
sql.join = <Row = unknown>(items: readonly unknown[], between: Sql = comma): Sql<Row> => {
  const values = items.flatMap((item, at) => (at === 0 ? [item] : [between, item]));
  return new Sql<Row>(['', ...values.map(() => '')], values);
};

/** A name, or several with dots between, each quoted. */
sql.ref = (name: string): Sql => new Sql([name.split('.').map(quoted).join('.')], []);

/** A text or a whole number, written out. */
sql.lit = <Value extends string | number>(value: Value): Sql<Value> =>
  new Sql<Value>([typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`], []);

/** A text that is SQL as it is; never one from outside. */
sql.raw = <Row = unknown>(text: string): Sql<Row> => new Sql<Row>([text], []);

const comma = sql`, `;

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
