/** The parts of a draft that holds several choices. None has a space. */
export function splitDraft(text: string): readonly string[] {
  return text === '' ? [] : text.split(' ');
}
