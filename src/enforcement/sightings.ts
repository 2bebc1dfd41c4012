/**
 * Which data subjects an operation came across, and through which object-returning fields: one mark
 * per data subject and field, never one per value.
 */
export class Sightings {
  readonly #fields = new Map<string, Set<string>>();

  /** Notes that an object about this data subject stood at that field. */
  mark(subjectId: string, field: string): void {
    let subjects = this.#fields.get(field);
    if (!subjects) this.#fields.set(field, (subjects = new Set()));
    subjects.add(subjectId);
  }

  /** The fields (schema coordinates) at which each data subject stood. */
  bySubject(): Map<string, string[]> {
    const bySubject = new Map<string, string[]>();
    for (const [field, subjects] of this.#fields) {
      for (const subject of subjects) {
        const fields = bySubject.get(subject);
        if (fields) fields.push(field);
        else bySubject.set(subject, [field]);
      }
    }
    return bySubject;
  }
}
