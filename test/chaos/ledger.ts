import type { Receipt } from '../../src/transparency-log/receipt.ts';

/** A change that a client asked for. */
export type Change =
  { readonly kind: 'ticket'; readonly subject: string } | { readonly kind: 'contact'; readonly residentId: string; readonly phone: string };

/** What became of something that was asked. LOST: no answer came, so the client knows nothing. */
export type Fate = 'ANSWERED' | 'REFUSED' | 'LOST';

/** Everything that the clients know: what they must be able to rely on. */
export class Ledger {
  /** Receipts of answers, and of refusals that brought one, by entry. */
  readonly receipts = new Map<string, Receipt>();
  /** Subjects of tickets that were opened, as an answer said. */
  readonly tickets = new Set<string>();
  /** Telephone numbers that were asked to be set, by resident, in the order of asking (a resident has one client). */
  readonly phones = new Map<string, { readonly phone: string; answered: boolean }[]>();
  readonly counts: Record<Fate, number> = { ANSWERED: 0, REFUSED: 0, LOST: 0 };
  /** What an answer itself shows to be wrong. */
  readonly faults: string[] = [];

  /** Told of a change before it is asked for: from then on it may be made. */
  begin(change: Change): void {
    if (change.kind !== 'contact') return;
    const list = this.phones.get(change.residentId) ?? [];
    this.phones.set(change.residentId, list);
    list.push({ phone: change.phone, answered: false });
  }

  note(fate: Fate, change: Change | undefined, receipt: Receipt | undefined): void {
    this.counts[fate] += 1;
    if (receipt) {
      if (this.receipts.has(receipt.entry)) this.faults.push(`two answers have one entry: ${receipt.entry}`);
      this.receipts.set(receipt.entry, receipt);
    } else if (fate === 'ANSWERED') {
      this.faults.push('an answer came without a receipt');
    }
    if (change?.kind === 'ticket' && fate === 'ANSWERED') this.tickets.add(change.subject);
    if (change?.kind === 'contact' && fate === 'ANSWERED') this.phones.get(change.residentId)!.at(-1)!.answered = true;
  }
}
