import { useState, useSyncExternalStore } from 'react';

/** Stands for what a page has opened. An id is none: it does not compile. */
export type OpenedKey = ReturnType<typeof crypto.randomUUID>;

/**
 * Text that was typed into forms and not sent yet, and the ids of items that pages have opened, in memory only. It outlives the end of a
 * session, so that nothing typed is lost when the same person signs in again. For any other person it is wiped.
 */
class Drafts {
  readonly #texts = new Map<string, string>();
  readonly #opened = new Map<OpenedKey, string>();
  readonly #listeners = new Set<() => void>();

  get isEmpty(): boolean {
    return this.#texts.size === 0;
  }

  read(name: string): string {
    return this.#texts.get(name) ?? '';
  }

  /** All of them, by their names. */
  readAll(): readonly (readonly [string, string])[] {
    return [...this.#texts];
  }

  write(name: string, text: string): void {
    if (text === '') this.#texts.delete(name);
    else this.#texts.set(name, text);
    this.#tell();
  }

  /** The id of what was opened under a key. */
  opened(key: OpenedKey): string | undefined {
    return this.#opened.get(key);
  }

  /** All of them, by their keys. */
  allOpened(): readonly (readonly [OpenedKey, string])[] {
    return [...this.#opened];
  }

  /** Keeps an id. @returns a key for the history of the tab, which outlives a sign-out and must not name anything */
  keepOpened(id: string, key = crypto.randomUUID()): OpenedKey {
    this.#opened.set(key, id);
    return key;
  }

  wipe(): void {
    this.#texts.clear();
    this.#opened.clear();
    this.#tell();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** The drafts of this tab. */
export const drafts = new Drafts();

/**
 * The text of a field, kept as a draft until it is sent.
 * @param name tells fields apart, also those of two cases: `reply to <ticket>`
 * @returns the text, and a function that changes it; an empty text forgets it
 */
export function useDraft(name: string): readonly [string, (text: string) => void] {
  const text = useSyncExternalStore(drafts.subscribe, () => drafts.read(name));
  const [, renderAgain] = useState({});
  const write = (typed: string): void => {
    drafts.write(name, typed);
    // React subscribes a little after the field is there, and would undo what is typed until then.
    renderAgain({});
  };
  return [text, write];
}

/** Begins the draft of a field that has a text at first. It tells an emptied field from an untouched one. */
const typedMark = '=';

/**
 * The text of a field that has one at first: that, or what was typed in its place, kept as a draft until it is sent.
 * @returns the text, and a function that changes it; the first text forgets what was typed
 */
export function useDraftOver(name: string, first: string): readonly [string, (text: string) => void] {
  const [draft, setDraft] = useDraft(name);
  return [draft === '' ? first : draft.slice(typedMark.length), (text) => setDraft(text === first ? '' : typedMark + text)];
}

/** The text that was typed in place of the first text of a field (`useDraftOver`); undefined: none. */
export function typedOver(name: string): string | undefined {
  const draft = drafts.read(name);
  return draft === '' ? undefined : draft.slice(typedMark.length);
}

/** Whether anything is typed that was not sent. */
export function useHasDrafts(): boolean {
  return !useSyncExternalStore(drafts.subscribe, () => drafts.isEmpty);
}
