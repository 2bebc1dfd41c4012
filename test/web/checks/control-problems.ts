import type { Page } from 'playwright-core';

/** Runs in the page, and gives the focus to each control in turn. */
const findControlProblems = `(async () => {
  const blockOf = (node) => {
    let block = node.parentElement;
    while (getComputedStyle(block).display === 'inline') block = block.parentElement;
    return block;
  };
  const isInSentence = (element) => {
    if (getComputedStyle(element).display !== 'inline') return false;
    const block = blockOf(element);
    const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode;
      if (/\\p{L}/u.test(text.data) && !text.parentElement.closest('a, button, label, summary') && blockOf(text) === block) return true;
    }
    return false;
  };
  const isCovered = (element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    const [middle, centre] = [(left + right) / 2, (top + bottom) / 2];
    const points = [[middle, centre], [left + 2, top + 2], [right - 2, top + 2], [left + 2, bottom - 2], [right - 2, bottom - 2]];
    return points.every(([x, y]) => {
      const on = document.elementFromPoint(x, y);
      return !on || !(element.contains(on) || on.contains(element) || on.closest('label')?.control === element);
    });
  };
  const partsOf = (colour) => {
    const [red, green, blue, opacity = 1] = colour.match(/[\\d.]+/g).map(Number);
    return { opacity, parts: [red, green, blue].map((part) => (colour.startsWith('color(') ? part : part / 255)) };
  };
  const lightOf = ({ parts }) => {
    const [red, green, blue] = parts.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const isSeenOn = (colour, element) => {
    let ground = element;
    while (ground && partsOf(getComputedStyle(ground).backgroundColor).opacity === 0) ground = ground.parentElement;
    const lights = [lightOf(partsOf(colour)), ground ? lightOf(partsOf(getComputedStyle(ground).backgroundColor)) : 1];
    return (Math.max(...lights) + 0.05) / (Math.min(...lights) + 0.05) >= 3;
  };
  const controls = document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]');
  const problems = [];
  for (const element of controls) {
    if (element.closest('.graphiql') || element.disabled) continue;
    // An element that has the focus already, from the mouse, need not show it.
    if (document.activeElement === element) element.blur();
    element.focus({ focusVisible: true });
    if (document.activeElement !== element) continue;
    if (isCovered(element)) await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    const name = element.outerHTML.replaceAll(/ (class|id|style|aria-[a-z]+)="[^"]*"/g, '').slice(0, 100);
    const { width, height } = element.getBoundingClientRect();
    const label = element.labels?.[0]?.contains(element) ? element.labels[0].getBoundingClientRect() : { width, height };
    const size = Math.min(Math.max(width, label.width), Math.max(height, label.height));
    if (size > 1 && size < 24 && !isInSentence(element)) problems.push('small: ' + name);
    if (element.tabIndex < 0) continue;
    const { outlineStyle, outlineWidth, outlineColor, outlineOffset } = getComputedStyle(element);
    const under = parseFloat(outlineOffset) < 0 ? element : element.parentElement;
    if (outlineStyle === 'none' || parseFloat(outlineWidth) < 2) problems.push('focus unseen: ' + name);
    else if (!isSeenOn(outlineColor, under)) problems.push('focus pale: ' + name);
    if (isCovered(element)) problems.push('focus covered: ' + name);
  }
  document.activeElement?.blur?.();
  return problems;
})()`;

/**
 * The problems of the controls of a page as it is shown: those that are smaller than 24 px and no link within a sentence (WCAG 2.2, 2.5.8),
 * whose outline is missing or hardly seen while they have the focus (2.4.7, 1.4.11), or that are covered then (2.4.11). Inside of GraphiQL
 * nothing is ours, and behind a dialog nothing takes the focus. The focus is nowhere afterwards.
 */
export async function controlProblems(page: Page): Promise<readonly string[]> {
  return page.evaluate<readonly string[]>(findControlProblems);
}
