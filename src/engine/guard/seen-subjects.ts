import { PrivacyError } from '../../platform/errors/errors.ts';
import { FieldSet } from '../plan/bind/permit-table.ts';
import type { Subject } from '../rows/row.ts';

/** People of one access entry that a review or an audit of the log is charged for, however many the entry names. */
export const mostChargedPerEntry = 20;

/** The data subjects that an operation came across, and at which fields: one mark for each, never one for each value. */
export class SeenSubjects {
  readonly #noFields: FieldSet;
  readonly #marked: Subject[] = [];
  readonly #pages = new Set<string>();
  #look: string | undefined;
  readonly #authorities = new Set<string>();
  readonly #free = new Set<string>();
  readonly #charged = new Set<string>();
  readonly #nodes = new Set<string>();
  #case: string | undefined;

  /** @param noFields the empty set from which the operation's other sets are made */
  constructor(noFields: FieldSet = new FieldSet()) {
    this.#noFields = noFields;
  }

  /**
   * Notes that a field returned an object about this data subject.
   * @param field schema coordinate
   * @param disclosed whether the answer shows or counts the object; a hidden object is noted too
   */
  mark(subject: Subject, field: string, disclosed = true): void {
    if (subject.seenAt === undefined) this.#marked.push(subject);
    subject.seenAt = (subject.seenAt ?? this.#noFields).with(field);
    subject.disclosed ||= disclosed;
  }

  /**
   * Notes that the operation is about one case, whether or not it is the declared one: its entry is then hidden from those
   * from whom that case is hidden. The first one noted counts.
   */
  noteCase(caseId: string): void {
    this.#case ??= caseId;
  }

  /** The case that the operation is about, if any. */
  get case(): string | undefined {
    return this.#case;
  }

  /**
   * Notes that the operation is about an authority other than its own. The entry's segments for its data subjects are then sealed as
   * long as the authority is.
   */
  noteAuthority(authorityId: string): void {
    this.#authorities.add(authorityId);
  }

  /** The authorities that the operation is about. */
  get authorities(): ReadonlySet<string> {
    return this.#authorities;
  }

  /**
   * Notes that `node` was read.
   * @param field the root field that found the object, or `Query.node` where none did
   */
  noteNode(field: string): void {
    this.#nodes.add(field);
  }

  /** The root fields that found something for `node`, and `Query.node` if it found nothing once. */
  get nodes(): ReadonlySet<string> {
    return this.#nodes;
  }

  /**
   * Notes that the operation looked up the data subjects of a page of the whole access log, even if it found none.
   * @param page as the entry's header names it
   * @throws PrivacyError INPUT_INVALID after a look
   */
  notePage(page: string): void {
    if (this.#look !== undefined) throw notDuringLook();
    this.#pages.add(page);
  }

  /**
   * Notes that the operation looks for the entries about one person in the whole access log, regardless of the result. It is then about no
   * page: the header says for all its people together what it covers, and so which of them are told of it (`log-reviews.ts`).
   * @param look as the entry's header names it
   * @throws PrivacyError INPUT_INVALID after a page
   */
  noteLook(look: string): void {
    if (this.#pages.size > 0) throw notDuringLook();
    this.#look = look;
  }

  /** The pages of the whole access log whose data subjects the operation looked up, or its look. */
  get pages(): ReadonlySet<string> {
    return this.#look === undefined ? this.#pages : new Set([this.#look]);
  }

  /**
   * Notes the data subjects of one access entry about all people. Few of them cost the read budget, and a request without an account
   * never does: otherwise someone could make a page of the log that no reviewer can afford to read. One that another entry charges
   * costs the budget all the same.
   * @param subjects in an order that stays, so that an entry that is read again costs nothing more
   */
  noteEntry(subjects: readonly { readonly id: string; readonly withoutAccount: boolean }[]): void {
    const charged = subjects.filter(({ withoutAccount }) => !withoutAccount).slice(0, mostChargedPerEntry);
    for (const { id } of subjects) this.#free.add(id);
    for (const { id } of charged) this.#charged.add(id);
  }

  /** Whether a data subject costs the read budget nothing. */
  isFree(id: string): boolean {
    return this.#free.has(id) && !this.#charged.has(id);
  }

  /** The ids of the data subjects that the answer shows or counts. */
  disclosedIds(): ReadonlySet<string> {
    return new Set(this.#marked.filter(({ disclosed }) => disclosed).map(({ id }) => id));
  }

  /** Whether the operation came across no data subject. */
  get isEmpty(): boolean {
    return this.#marked.length === 0;
  }

  /** The marked data subjects, in the order in which the operation came across them. */
  get subjects(): readonly Subject[] {
    return this.#marked;
  }
}

function notDuringLook(): PrivacyError {
  return new PrivacyError('INPUT_INVALID', {
    reason: 'NOT_HERE',
    coordinates: ['Query.accessEntries(pseudonym:)', 'Query.disclosures(pseudonym:)'],
  });
}
