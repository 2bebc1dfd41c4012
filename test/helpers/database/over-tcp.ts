/** The URL of a database, reached over TCP on loopback. The embedded PostgreSQL is otherwise reached by a Unix socket. */
export function overTcp(url: string): URL {
  const changed = new URL(url);
  if (changed.hostname.startsWith('%2F')) changed.hostname = '127.0.0.1';
  return changed;
}
