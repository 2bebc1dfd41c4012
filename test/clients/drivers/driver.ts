import type { Report } from '../../../client/src/report.ts';
import type { Session, SessionOptions } from '../../../client/src/session.ts';
import type { DocumentName } from './documents.ts';

export type Variables = Readonly<Record<string, unknown>>;

/** The result that a page gets for an operation. */
export interface Shown {
  /** Undefined: nothing to show. */
  readonly data: any;
  readonly codes: readonly string[];
}

/** A part of a page that stays: it shows what the library gives it. */
export interface Screen {
  shown(): any;
  close(): void;
}

/** One client of a library, driven alike for all libraries. */
export interface Driven {
  /** Asks as a page does: from the cache where the library can. */
  read(name: DocumentName, variables?: Variables): Promise<Shown>;
  change(name: DocumentName, variables?: Variables): Promise<Shown>;
  watch(name: DocumentName, variables?: Variables): Screen;
}

/** A client library with its cache. */
export interface Driver<Client = any> {
  openSession(options: SessionOptions): Session<Client, any>;
  drive(client: Client): Driven;
  report(session: Session<Client, any>, client: Client, name: DocumentName, variables?: Variables): Report | undefined;
  /** The library as it comes, with one cache for all purposes and cases, which are named in headers. */
  openPlain(url: string, authorization: string): (headers: Readonly<Record<string, string>>) => Pick<Driven, 'read'>;
}

/** The data without what a library adds to it. */
export function plain(data: any): any {
  if (data === undefined || data === null) return undefined;
  return JSON.parse(JSON.stringify(data, (key, value: unknown) => (key.startsWith('__') ? undefined : value)));
}
