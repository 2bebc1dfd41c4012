/** A path that no route has. */
const unroutable = '/~';

/**
 * The target of a request (RFC 9112, 3.2) as it is routed. Fastify answers a path that cannot be decoded by itself: with that path, and
 * without the headers, the line and the bounds that each answer has. Here it names no route, like any other path that is unknown.
 */
export function routableUrl(target: string): string {
  const path = target.startsWith('/') ? target : pathOf(target);
  return path !== undefined && canDecode(path) ? path : unroutable;
}

/** Of the absolute form, in which a proxy asks. */
function pathOf(target: string): string | undefined {
  if (!/^https?:/i.test(target) || !URL.canParse(target)) return undefined;
  const { pathname, search } = new URL(target);
  return pathname + search;
}

function canDecode(path: string): boolean {
  try {
    decodeURI(path.replace(/[?#].*$/s, ''));
    return true;
  } catch {
    return false;
  }
}
