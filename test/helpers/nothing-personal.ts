import { catalogue } from '../../src/errors.ts';
import type { TestDatabase } from './cluster.ts';
import type { Body } from './gateway.ts';

/** The parts of an answer that must hold nothing of anybody: headers, errors, and what is said about privacy. */
export function outwardParts(headers: Headers, body: Body): string[] {
  const errors = (body.errors ?? []).map(({ message, extensions }) => JSON.stringify([message, extensions]));
  // Receipts differ each time; apart from them most answers say the same.
  const { receipt, ...privacy } = body.extensions?.privacy ?? {};
  return [JSON.stringify([...headers]), ...errors, JSON.stringify(receipt ?? {}), JSON.stringify(privacy)];
}

// Our own sentences have words that are also names (Grant, May, Will).
const ownWords = new Set(Object.values(catalogue).flatMap(([, sentence]) => words(sentence)));

/** @throws Error where one of the texts holds a personal value of anybody in the database */
export async function assertNothingPersonal(database: TestDatabase, texts: Iterable<string>): Promise<void> {
  const [values] = await database.asOwner<{ whole: string[]; names: string[] }>(
    `select
       (select array_agg(distinct value) from (
          select unnest(array[email, phone, mobile_phone, street, postal_code, birth_date::text, given_name || ' ' || family_name]) as value
            from recreation.resident
          union all select subject from recreation.ticket union all select body from recreation.ticket_message
          union all select body from recreation.request union all select answer from recreation.request
          union all select contact_email from recreation.request union all select host(network_address) from web.visit
        ) held where length(value) > 5) as whole,
       (select array_agg(distinct name) from (
          select unnest(array[given_name, family_name]) as name from recreation.resident
          union all select unnest(array[given_name, family_name]) from recreation.employee
        ) held where length(name) > 2) as names`,
  );
  const names = new Set(values!.names.map((name) => name.toLowerCase()).filter((name) => !ownWords.has(name)));
  const all = [...new Set(texts)];
  const haystack = all.join('\n');
  const found = [
    ...values!.whole.filter((value) => haystack.includes(value)),
    ...all.flatMap((text) => words(text).filter((word) => names.has(word))),
  ];
  if (found.length > 0) throw new Error(`personal values left: ${[...new Set(found)].join(', ')}`);
}

function words(text: string): string[] {
  return text.toLowerCase().match(/\p{L}+/gu) ?? [];
}
