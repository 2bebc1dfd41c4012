/** An element of a page with its content. Entities in texts are decoded. */
export interface PageElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (PageElement | string)[];
}

const voids = new Set(['meta', 'br']);
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/**
 * Reads a page strictly: every element is closed in order, every attribute is quoted, and every ampersand begins an entity.
 * @throws Error where the page breaks one of these rules
 */
export function readPage(text: string): PageElement {
  const root = { name: '', attributes: new Map<string, string>(), children: [] as (PageElement | string)[] };
  const open = [root];
  const body = text.replace(/^<!doctype html>\s*/, '');
  for (const [token] of body.matchAll(/<[^<]*?>|[^<>]+|[^]/g)) {
    const here = open.at(-1)!;
    const [, closing, name = '', rest = ''] = /^<(\/?)([a-z]\w*)((?:\s+[\w-]+="[^"]*")*)\s*\/?>$/.exec(token) ?? [];
    if (name === '') {
      if (here.name !== 'style' && /[<>]/.test(token)) throw new Error(`stray markup: ${token.slice(0, 60)}`);
      here.children.push(here.name === 'style' ? token : plain(token));
    } else if (closing === '/') {
      if (here.name !== name) throw new Error(`${name} closes ${here.name}`);
      open.pop();
    } else {
      const attributes = new Map([...rest.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key, value]) => [key!, plain(value!)]));
      const element = { name, attributes, children: [] };
      here.children.push(element);
      if (!voids.has(name)) open.push(element);
    }
  }
  if (open.length > 1) throw new Error(`${open.at(-1)!.name} is not closed`);
  return root;
}

function plain(text: string): string {
  return text.replaceAll(/&([^;&]*;?)/g, (_whole, entity: string) => {
    const character = entities[entity.replace(/;$/, '')];
    if (character === undefined || !entity.endsWith(';')) throw new Error(`a bare ampersand: &${entity}`);
    return character;
  });
}

/** Every element with that name, in page order. */
export function elements(within: PageElement, name: string): PageElement[] {
  return within.children.flatMap((child) =>
    typeof child === 'string' ? [] : [...(child.name === name ? [child] : []), ...elements(child, name)],
  );
}

/** The text of an element, with single spaces. */
export function textOf(element: PageElement): string {
  const all = (one: PageElement): string => one.children.map((child) => (typeof child === 'string' ? child : all(child))).join('');
  return all(element).replaceAll(/\s+/g, ' ').trim();
}
