import type { Receipt } from '../../src/log/proofs/receipt.ts';

/** A change that a client requested. */
export type Change =
  | { readonly kind: 'ticket'; readonly subject: string }
  | { readonly kind: 'contact'; readonly residentId: string; readonly phone: string };

/** The outcome of a request. LOST: no answer arrived, so the client cannot know the outcome. */
export type Fate = 'ANSWERED' | 'REFUSED' | 'LOST';

/** Everything that the answers confirmed to the clients, and that must therefore be true. */
export class Ledger {
  /** Receipts of answers and of refusals, by entry id. */
  readonly receipts = new Map<string, Receipt>();
  /** Subjects of tickets whose opening was confirmed. */
  readonly tickets = new Set<string>();
  /** Requested telephone numbers by resident, in order (a resident has one client). */
  readonly phones = new Map<string, { readonly phone: string; answered: boolean }[]>();
  readonly counts: Record<Fate, number> = { ANSWERED: 0, REFUSED: 0, LOST: 0 };
  /** Faults that an answer itself shows. */
  readonly faults: string[] = [];

  /** Records a change before it is requested: from then on it may be committed. */
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
