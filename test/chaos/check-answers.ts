import { verifyReceipt, type Receipt } from '../../src/log/proofs/receipt.ts';
import type { LogKey } from '../../src/log/keys/log-keys.ts';
import type { Cluster } from './cluster.ts';
import type { Ledger } from './ledger.ts';
import { ticketMark } from './operations.ts';

/**
 * Compares what the clients know with the database: each receipt's entry has exactly one number and the promised
 * leaf hash, each confirmed change is stored, and no change is stored without its entry.
 * @param fresh receipts since the last check whose entries should have a number by now
 * @returns a sentence for each fault
 */
export async function checkAnswers(
  cluster: Cluster,
  ledger: Ledger,
  fresh: readonly Receipt[],
  keys: readonly LogKey[],
): Promise<string[]> {
  const faults: string[] = [];
  for (const receipt of fresh) {
    try {
      verifyReceipt(receipt, keys);
    } catch (error) {
      faults.push(`the receipt of ${receipt.entry} does not hold: ${(error as Error).message}`);
    }
  }
  const rows = await cluster.query<{ id: string; hash: string; times: number }>(
    // The bundle of an entry has its leaf: two bytes of length and 32 bytes each (C2SP tlog-tiles).
    `select id, min(encode(sha256('\\x00'::bytea || substring(bundle.data from (seq % 256 * 34 + 3)::integer for 32)), 'hex')) as hash,
       count(*)::integer as times
     from access_log.entry join access_log.tile bundle on bundle.level = -1 and bundle.index = seq / 256
     where id = any($1::uuid[]) group by id`,
    [fresh.map(({ entry }) => entry)],
  );
  const found = new Map(rows.map((row) => [row.id, row]));
  for (const { entry, leafHash } of fresh) {
    const row = found.get(entry);
    if (!row) faults.push(`an answer has no entry: ${entry}`);
    else if (row.times !== 1) faults.push(`an entry has ${row.times} numbers: ${entry}`);
    else if (row.hash !== leafHash) faults.push(`an entry is not the one that was promised: ${entry}`);
  }
  return [...faults, ...(await checkTickets(cluster, ledger)), ...(await checkPhones(cluster, ledger))];
}

async function checkTickets(cluster: Cluster, ledger: Ledger): Promise<string[]> {
  const answered = [...ledger.tickets];
  // One statement reads one snapshot, which has both the ticket and its entry, or neither.
  const [row] = await cluster.query<{ missing: string[]; tickets: number; entries: number }>(
    `select
       array(select unnest($1::text[]) except select subject from recreation.ticket) as missing,
       (select count(*)::integer from recreation.ticket where subject like $2 || ' %') as tickets,
       (select count(*)::integer from (
         select header::jsonb from access_log.full_staged staged union all select header from access_log.full_entry entry
       ) logged where header @> '{"rootFields": ["Mutation.openTicket"], "outcome": "ANSWERED"}') as entries`,
    [answered, ticketMark],
  );
  const { missing, tickets, entries } = row!;
  const faults = missing.map((subject) => `a ticket that was answered is not there: ${subject}`);
  if (tickets !== entries) faults.push(`${tickets} tickets were opened, but ${entries} entries tell of one`);
  return faults;
}

async function checkPhones(cluster: Cluster, ledger: Ledger): Promise<string[]> {
  const lastAnswered = new Map([...ledger.phones].map(([id, list]) => [id, list.findLastIndex(({ answered }) => answered)]));
  const rows = await cluster.query<{ id: string; phone: string | null }>(
    'select id, phone from recreation.resident where id = any($1::uuid[])',
    [[...lastAnswered.keys()]],
  );
  return rows
    .filter(({ id, phone }) => {
      const last = lastAnswered.get(id)!;
      // A change without an answer may be committed late, after one that was requested later.
      const possible = ledger.phones.get(id)!.filter(({ answered }, at) => at >= last || !answered);
      return last >= 0 && !possible.some((one) => one.phone === phone);
    })
    .map(({ id }) => `a telephone number that was answered is not there: ${id}`);
}
