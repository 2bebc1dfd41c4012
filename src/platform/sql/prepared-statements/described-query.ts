import { Query, type Connection, type FieldDef, type PoolClient, type QueryConfig, type QueryResult } from 'pg';

/** A row by the names of its columns. */
export type Row = Record<string, unknown>;

/** A statement. PostgreSQL keeps one with a name on the connection, under that name. */
export interface NamedStatement {
  readonly name: string | undefined;
  readonly text: string;
  readonly values: unknown[];
}

/** The columns of a statement's result, in order. */
interface Columns {
  readonly fields: FieldDef[];
  readonly names: readonly string[];
  readonly parsers: readonly ((text: string) => unknown)[];
}

/** The result of a query so far. */
interface PartialResult {
  readonly rows: Row[];
  fields: FieldDef[];
  /** The first error of a column's parser. */
  parseError?: unknown;
}

/** The part of the driver's query class that its connection calls. */
interface DriverQuery {
  /** The driver notes this name as known to the connection as soon as PostgreSQL has parsed a text. */
  name: string | undefined;
  submit(connection: Connection): Error | null;
  handleRowDescription(message: { readonly fields: FieldDef[] }): void;
  handleDataRow(message: { readonly fields: readonly (string | null)[] }): void;
  handleCommandComplete(message: { readonly text: string }, connection: Connection): void;
  handleReadyForQuery(connection: Connection): void;
  handleError(error: Error, connection: Connection): void;
}
type Callback = (error: Error | null, result: QueryResult<Row>) => void;
const DriverQuery = Query as unknown as new (
  statement: Omit<QueryConfig, 'name'> & { readonly name: string | undefined; readonly queryMode: 'extended'; readonly callback: Callback },
) => DriverQuery;

/**
 * The columns of a connection's prepared statements. They stay the same as long as the connection to PostgreSQL lasts. A pooler can
 * replace that connection, so nothing is kept until `keep` is called.
 */
export class Descriptions {
  readonly #columns = new Map<string, Columns>();
  readonly #parserOf: (type: number, format: 'text') => (text: string) => unknown;
  #withoutDescribe: Connection | undefined;
  #keeps = false;

  constructor(client: PoolClient) {
    this.#parserOf = client.getTypeParser.bind(client);
  }

  /** Keeps the columns from now on. */
  keep(): void {
    this.#keeps = true;
  }

  columnsOf(name: string | undefined): Columns | undefined {
    return name === undefined ? undefined : this.#columns.get(name);
  }

  describe(name: string | undefined, fields: FieldDef[]): Columns {
    const parsers = fields.map(({ dataTypeID }) => this.#parserOf(dataTypeID, 'text'));
    const columns = { fields, names: fields.map((field) => field.name), parsers };
    if (this.#keeps && name !== undefined) this.#columns.set(name, columns);
    return columns;
  }

  /** The connection with `describe` switched off, for a query whose columns are known. */
  withoutDescribe(connection: Connection): Connection {
    return (this.#withoutDescribe ??= Object.create(connection, { describe: { value: () => undefined } }) as Connection);
  }
}

/**
 * One execution of a statement. PostgreSQL describes the columns of a named one once per connection, if no pooler is in between. The
 * driver alone would request the description and look up its parsers at every execution. Rows are built by assignment: the driver
 * copies an empty row object in one place for all statements, so V8 can't optimise for one shape of row.
 */
export class DescribedQuery extends DriverQuery {
  readonly #name: string | undefined;
  readonly #known: Descriptions;
  readonly #result: PartialResult;
  #columns: Columns | undefined;

  /** @param settle called once, with the error or the result */
  constructor(statement: NamedStatement, known: Descriptions, settle: (error: unknown, result?: QueryResult<Row>) => void) {
    const partial: PartialResult = { rows: [], fields: [] };
    const callback: Callback = (error, result) => {
      const failed = error ?? partial.parseError;
      if (failed) settle(failed);
      else settle(null, Object.assign(result, { rows: partial.rows, fields: partial.fields }));
    };
    super({ ...statement, queryMode: 'extended', callback });
    this.#name = statement.name;
    this.#known = known;
    this.#result = partial;
  }

  override submit(connection: Connection): Error | null {
    this.#columns = this.#known.columnsOf(this.#name);
    if (!this.#columns) return super.submit(this.sending(connection));
    this.#result.fields = this.#columns.fields;
    return super.submit(this.sending(this.#known.withoutDescribe(connection)));
  }

  /** The connection as this execution sends its messages to it. */
  protected sending(connection: Connection): Connection {
    return connection;
  }

  override handleRowDescription({ fields }: { readonly fields: FieldDef[] }): void {
    this.#columns = this.#known.describe(this.#name, fields);
    this.#result.fields = fields;
  }

  override handleDataRow({ fields }: { readonly fields: readonly (string | null)[] }): void {
    const { names, parsers } = this.#columns!;
    try {
      const row: Row = {};
      for (let at = 0; at < names.length; at += 1) {
        const text = fields[at] ?? null;
        row[names[at]!] = text === null ? null : parsers[at]!(text);
      }
      this.#result.rows.push(row);
    } catch (error) {
      // An exception in a connection's event handler would end the process.
      this.#result.parseError ??= error;
    }
  }
}
