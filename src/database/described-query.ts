import { Query, type Connection, type FieldDef, type PoolClient, type QueryConfig, type QueryResult } from 'pg';

/** A row by the names of its columns. */
export type Row = Record<string, unknown>;

/** A statement that PostgreSQL keeps for the connection under its name. */
export interface NamedStatement {
  readonly name: string;
  readonly text: string;
  readonly values: unknown[];
}

/** What a statement's rows consist of, in their order. */
interface Columns {
  readonly fields: FieldDef[];
  readonly names: readonly string[];
  readonly parsers: readonly ((text: string) => unknown)[];
}

/** What a query has so far. */
interface Made {
  readonly rows: Row[];
  fields: FieldDef[];
  broken?: unknown;
}

/** The driver's own query, as far as one of its connections asks something of it. */
interface DriverQuery {
  submit(connection: Connection): Error | null;
  handleRowDescription(message: { readonly fields: FieldDef[] }): void;
  handleDataRow(message: { readonly fields: readonly (string | null)[] }): void;
}
type Callback = (error: Error | null, result: QueryResult<Row>) => void;
const DriverQuery = Query as unknown as new (statement: QueryConfig & { readonly callback: Callback }) => DriverQuery;

/** What is known of a connection's named statements: they give the same columns as long as it lasts. */
export class Descriptions {
  readonly columns = new Map<string, Columns>();
  readonly #parserOf: (type: number, format: 'text') => (text: string) => unknown;
  #quiet: Connection | undefined;

  constructor(client: PoolClient) {
    this.#parserOf = client.getTypeParser.bind(client);
  }

  describe(name: string, fields: FieldDef[]): Columns {
    const parsers = fields.map(({ dataTypeID }) => this.#parserOf(dataTypeID, 'text'));
    const columns = { fields, names: fields.map((field) => field.name), parsers };
    this.columns.set(name, columns);
    return columns;
  }

  /** The connection, for a query that need not ask what it gives. */
  quiet(connection: Connection): Connection {
    return (this.#quiet ??= Object.create(connection, { describe: { value: () => undefined } }) as Connection);
  }
}

/**
 * A named statement on its way, whose columns PostgreSQL is asked for once a connection: the driver would ask, and make
 * its parsers anew, each time. Rows are made by assignment, for the driver copies an empty one for each in one place
 * for all statements, which V8 has no shape for.
 */
export class DescribedQuery extends DriverQuery {
  readonly #name: string;
  readonly #known: Descriptions;
  readonly #made: Made;
  #columns: Columns | undefined;

  /** @param settle is called once, with the error or the result */
  constructor(statement: NamedStatement, known: Descriptions, settle: (error: unknown, result?: QueryResult<Row>) => void) {
    const made: Made = { rows: [], fields: [] };
    const callback: Callback = (error, result) => {
      const failed = error ?? made.broken;
      if (failed) settle(failed);
      else settle(null, Object.assign(result, { rows: made.rows, fields: made.fields }));
    };
    super({ ...statement, callback });
    this.#name = statement.name;
    this.#known = known;
    this.#made = made;
  }

  override submit(connection: Connection): Error | null {
    this.#columns = this.#known.columns.get(this.#name);
    if (!this.#columns) return super.submit(connection);
    this.#made.fields = this.#columns.fields;
    return super.submit(this.#known.quiet(connection));
  }

  override handleRowDescription({ fields }: { readonly fields: FieldDef[] }): void {
    this.#columns = this.#known.describe(this.#name, fields);
    this.#made.fields = fields;
  }

  override handleDataRow({ fields }: { readonly fields: readonly (string | null)[] }): void {
    const { names, parsers } = this.#columns!;
    try {
      const row: Row = {};
      for (let at = 0; at < names.length; at += 1) {
        const text = fields[at] ?? null;
        row[names[at]!] = text === null ? null : parsers[at]!(text);
      }
      this.#made.rows.push(row);
    } catch (error) {
      // Whatever is thrown in a connection's event would end the process.
      this.#made.broken ??= error;
    }
  }
}
