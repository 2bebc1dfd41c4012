import type { Condition, DataCategory, Purpose, Relationship, Role } from '../../../engine/register.ts';
import type { Segment } from '../../../log/entry/entry.ts';
import { wordsOf } from '../../../engine/policy/declaration/vocabulary.ts';
import type { Side } from '../../../engine/review/compare/compare/side.ts';
import { policyHash } from '../../../engine/policy/declaration/policy-hash.ts';
import { compareRootFields, type RootFieldChange } from './compare-root-fields.ts';
import { judgeSubject, type Judged, type SeenSubject } from './judge-subject.ts';
import type { LoggedEntry } from './read-entries.ts';
import { Tally, type Counted } from './tally.ts';

/** A read of a coordinate: role, purpose, and relationship to the data subject. */
export interface Read {
  readonly role: Role;
  readonly purpose: Purpose;
  readonly relationship: Relationship;
  readonly coordinate: string;
}

/**
 * The unknown facts that a different decision depends on. ROWS: on which row led to the data subject. LIMITS: on what the registration of a partner's client
 * and its token limited. An entry states neither.
 */
export type Dependence = Condition | 'ROWS' | 'LIMITS';

/** The decisions that another policy would have changed. */
export interface Replayed {
  readonly entries: number;
  /** The number of entries under a policy that is no longer in force: nothing is inferred from them. */
  readonly entriesOfAnotherPolicy: number;
  /** The number of entries of commands, which no policy decides on. */
  readonly commands: number;
  /** The number of entries of partners: registration and token may have closed what both policies open. */
  readonly entriesOfPartners: number;
  /** The number of erased segments, which are not counted. */
  readonly erasedSegments: number;
  readonly rootFieldChanges: readonly Counted<RootFieldChange & { readonly role: Role; readonly purpose: Purpose | null }>[];
  readonly withheld: readonly Counted<Read>[];
  readonly released: readonly Counted<Read>[];
  readonly cannotBeTold: readonly Counted<Read & { readonly was: Judged['was']; readonly dependsOn: readonly Dependence[] }>[];
}

type Subject = Segment & { readonly kind: 'subject' };

/** Replays entries of the access log against another policy. */
export class Replay {
  readonly #inForce: Side;
  readonly #other: Side;
  readonly #authorities: ReadonlyMap<string, ReadonlySet<DataCategory>>;
  readonly #everyCategory: ReadonlySet<DataCategory>;
  // Many entries have the same view, so each combination is decided once.
  readonly #judged = new Map<string, readonly Judged[]>();
  readonly #rootFieldChanges: Tally<Replayed['rootFieldChanges'][number]['what']> = new Tally();
  readonly #withheld: Tally<Read> = new Tally();
  readonly #released: Tally<Read> = new Tally();
  readonly #untold: Tally<Replayed['cannotBeTold'][number]['what']> = new Tally();
  #entries = 0;
  #strange = 0;
  #commands = 0;
  #ofPartners = 0;
  #erased = 0;

  /** @param authorities the categories that each authority names, by its id */
  constructor(inForce: Side, other: Side, authorities: ReadonlyMap<string, ReadonlySet<DataCategory>>) {
    this.#inForce = inForce;
    this.#other = other;
    this.#authorities = authorities;
    this.#everyCategory = new Set(wordsOf(inForce.policy.vocabulary.categories));
  }

  add({ header, segments }: LoggedEntry): void {
    this.#entries += 1;
    this.#erased += segments.filter((segment) => segment === undefined).length;
    // No root field, and no decision of a policy.
    if (header.operationType === 'command' || header.operationType === 'account') {
      this.#commands += 1;
      return;
    }
    const logged = header.policyVersion === policyHash(this.#inForce.policy) ? this.#inForce : undefined;
    if (!logged) this.#strange += 1;
    const named = this.#namedIn(segments[1]);
    const subjects = segments.filter((segment): segment is Subject => segment?.kind === 'subject');
    const role = header.role as Role;
    const purpose = header.purpose as Purpose | null;
    if (this.#isOutside(role)) this.#ofPartners += 1;
    const met = subjects.map(({ relationship }) => relationship as Relationship);
    // An unknown authority may have named any category, including the one that a field needs.
    const rootFieldChanges = compareRootFields(header, logged, this.#other, named ?? this.#everyCategory, met);
    for (const change of rootFieldChanges.changes) this.#rootFieldChanges.add({ ...change, role, purpose }, header.id);
    // A refused operation released nothing, and it is unknown which data subjects it would have reached.
    if (header.outcome === 'REFUSED' || purpose === null) return;

    for (const { id, relationship, released, withheld } of subjects) {
      const seen: SeenSubject = { role, purpose, relationship: relationship as Relationship, named, released, withheld };
      const reached = rootFieldChanges.shut ? 'NO_MORE' : rootFieldChanges.reaches(seen.relationship);
      for (const judged of this.#judge(logged, seen)) this.#count(judged, seen, reached, header.id, id);
    }
  }

  /** The result so far. */
  result(): Replayed {
    return {
      entries: this.#entries,
      entriesOfAnotherPolicy: this.#strange,
      commands: this.#commands,
      entriesOfPartners: this.#ofPartners,
      erasedSegments: this.#erased,
      rootFieldChanges: this.#rootFieldChanges.counted(),
      withheld: this.#withheld.counted(),
      released: this.#released.counted(),
      cannotBeTold: this.#untold.counted(),
    };
  }

  #namedIn(segment: Segment | undefined): ReadonlySet<DataCategory> | undefined {
    if (segment?.kind !== 'case') return undefined;
    return segment.authority === null ? new Set() : this.#authorities.get(segment.authority);
  }

  #isOutside(role: Role): boolean {
    return this.#inForce.policy.vocabulary.roles[role]?.organisation !== undefined;
  }

  #judge(logged: Side | undefined, seen: SeenSubject): readonly Judged[] {
    const key = JSON.stringify({ ...seen, named: seen.named && [...seen.named], known: logged !== undefined });
    let judged = this.#judged.get(key);
    if (!judged) this.#judged.set(key, (judged = judgeSubject(logged, this.#other, seen)));
    return judged;
  }

  #count(
    { coordinate, was, verdict }: Judged,
    seen: SeenSubject,
    reached: 'STILL' | 'NO_MORE' | 'UNKNOWN',
    entry: string,
    id: string,
  ): void {
    const { role, purpose, relationship } = seen;
    const read = { role, purpose, relationship, coordinate };
    const effect = reached === 'NO_MORE' ? 'WITHHELD' : verdict.effect;
    if (effect === was && (reached !== 'UNKNOWN' || effect === 'WITHHELD')) return;
    const dependsOn: Dependence[] = verdict.effect === 'UNKNOWN' ? [...verdict.dependsOn] : [];
    if (effect !== 'WITHHELD' && reached === 'UNKNOWN') dependsOn.push('ROWS');
    if (effect !== 'WITHHELD' && was === 'WITHHELD' && this.#isOutside(role)) dependsOn.push('LIMITS');
    if (effect === 'UNKNOWN' || dependsOn.length > 0) this.#untold.add({ ...read, was, dependsOn }, entry, id);
    else if (effect === 'WITHHELD') this.#withheld.add(read, entry, id);
    else this.#released.add(read, entry, id);
  }
}
