/**
 * Gives each field of the editors the name of its part, as GraphiQL names it: its editors have fields without labels.
 * @param place the element that holds GraphiQL; null: it is gone
 * @returns stops it
 */
export function labelEditors(place: HTMLElement | null): (() => void) | undefined {
  if (!place) return undefined;
  const label = (): void => {
    for (const field of place.querySelectorAll<HTMLTextAreaElement>('.CodeMirror textarea:not([aria-label])')) {
      const part = field.closest('section[aria-label]')?.getAttribute('aria-label');
      if (part) field.setAttribute('aria-label', part);
    }
  };
  const observer = new MutationObserver(label);
  observer.observe(place, { childList: true, subtree: true });
  label();
  return () => observer.disconnect();
}
