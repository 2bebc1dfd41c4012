import type { Page } from 'playwright-core';

/** Runs in the page, two frames after the text has another size: what that does not fit into. Lines that are hidden from sight are left out. */
const findTooLarge = `new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))).then(() => {
  const ofPage = [...document.querySelectorAll('body *')].filter((element) => !element.closest('.graphiql, svg') && element.checkVisibility());
  const isCut = (overflow, whole, shown) => /hidden|clip/.test(overflow) && shown > 4 && whole > shown + 2;
  const name = (element) => element.outerHTML.slice(0, 80);
  const inside = (element) => {
    for (let around = element; around; around = around.parentElement)
      if (/auto|scroll|hidden|clip/.test(getComputedStyle(around).overflowX)) return true;
    return false;
  };
  const rightOf = (element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    return Math.max(element.getBoundingClientRect().right, range.getBoundingClientRect().right);
  };
  const isWide = document.documentElement.scrollWidth > innerWidth;
  const wide = isWide ? ofPage.filter((element) => rightOf(element) > innerWidth + 1 && !inside(element)).slice(-3) : [];
  const cut = ofPage.filter((element) => {
    const { overflowX, overflowY } = getComputedStyle(element);
    if (element.textContent.trim() === '') return false;
    return isCut(overflowX, element.scrollWidth, element.clientWidth) || isCut(overflowY, element.scrollHeight, element.clientHeight);
  });
  return [
    ...(isWide ? ['with text of twice the size the page is wider than the screen: ' + wide.map(name).join(' ')] : []),
    ...cut.map((element) => 'text of twice the size is cut: ' + name(element)),
  ];
})`;

/** Runs in the page, before colours are forced: marks what is nothing but a colour, and borders that are not seen. */
const markColours = `for (const element of document.querySelectorAll('body *')) {
  const { backgroundColor, backgroundImage, borderTopColor, borderBottomColor, borderTopWidth, borderBottomWidth } = getComputedStyle(element);
  const isUnseen = (colour, width) => colour === 'rgba(0, 0, 0, 0)' && parseFloat(width) > 0;
  if (isUnseen(borderTopColor, borderTopWidth)) element.dataset.unseen = 'Top';
  if (isUnseen(borderBottomColor, borderBottomWidth)) element.dataset.unseen = 'Bottom';
  const { width, height } = element.getBoundingClientRect();
  const isLeaf = element.childElementCount === 0 && element.textContent.trim() === '';
  const isPainted = backgroundImage !== 'none' || !/^rgba\\(0, 0, 0, 0\\)$/.test(backgroundColor);
  if (isLeaf && isPainted && width > 1 && height > 1 && !element.closest('svg, .graphiql')) element.dataset.painted = '';
}`;

/** Runs in the page, while colours are forced and motion is reduced: what cannot be seen, and what moves. */
const findUnseen = `(() => {
  const canvas = document.createElement('i');
  document.body.append(canvas);
  canvas.style.backgroundColor = 'Canvas';
  const ground = getComputedStyle(canvas).backgroundColor;
  canvas.remove();
  const name = (element) => element.outerHTML.slice(0, 100);
  const hasBorder = ({ borderTopStyle, borderTopWidth }) => borderTopStyle !== 'none' && parseFloat(borderTopWidth) > 0;
  const painted = [...document.querySelectorAll('[data-painted]')].filter((element) => {
    const style = getComputedStyle(element);
    return style.forcedColorAdjust !== 'none' && !hasBorder(style) && !/input|select|textarea|progress/i.test(element.tagName);
  });
  const isSeen = (colour, opacity) => colour !== 'none' && colour !== ground && colour !== 'rgba(0, 0, 0, 0)' && opacity !== '0';
  // The ground on which a drawing with a frame stands.
  const isGround = (shape) => {
    const drawing = shape.ownerSVGElement;
    const [{ width, height }, whole] = [shape.getBoundingClientRect(), drawing.getBoundingClientRect()];
    return hasBorder(getComputedStyle(drawing)) && width > whole.width - 4 && height > whole.height - 4;
  };
  const shapes = [...document.querySelectorAll('svg :is(rect, path, circle, line, polygon, text)')].filter((shape) => {
    const { fill, fillOpacity, stroke, strokeOpacity, visibility } = getComputedStyle(shape);
    const { width, height } = shape.getBoundingClientRect();
    if (width + height === 0 || visibility === 'hidden' || shape.closest('.graphiql, defs, clipPath')) return false;
    return !isSeen(fill, fillOpacity) && !isSeen(stroke, strokeOpacity) && !isGround(shape);
  });
  const bordered = [...document.querySelectorAll('[data-unseen]')].filter((element) => {
    const colour = getComputedStyle(element)['border' + element.dataset.unseen + 'Color'];
    return colour !== ground && !element.closest('.graphiql') && element.checkVisibility();
  });
  const looksOf = (element) => {
    const { backgroundColor, borderColor, borderWidth, fontWeight, outlineStyle, textDecorationLine } = getComputedStyle(element);
    return [backgroundColor, borderColor, borderWidth, fontWeight, outlineStyle, textDecorationLine].join();
  };
  const chosen = [...document.querySelectorAll('[aria-pressed=true], [aria-current], [aria-selected=true]')].filter((element) => {
    const others = [...document.querySelectorAll(element.tagName)].filter((other) => other.className === element.className);
    const alike = others.filter((other) => !other.matches('[aria-pressed=true], [aria-current], [aria-selected=true]'));
    return !element.closest('.graphiql') && alike.some((other) => looksOf(other) === looksOf(element));
  });
  const pixel = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const lightOf = (colour) => {
    pixel.fillStyle = colour;
    pixel.fillRect(0, 0, 1, 1);
    const parts = [...pixel.getImageData(0, 0, 1, 1).data].slice(0, 3).map((part) => part / 255);
    const [red, green, blue] = parts.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const faint = [...document.querySelectorAll('figure svg text')].filter((text) => {
    const { left, right, top, bottom } = text.getBoundingClientRect();
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    const under = [...text.ownerSVGElement.querySelectorAll('rect')].findLast((rect) => {
      const box = rect.getBoundingClientRect();
      return box.left < x && x < box.right && box.top < y && y < box.bottom;
    });
    if (!under || text.textContent === '') return false;
    const lights = [lightOf(getComputedStyle(text).fill), lightOf(getComputedStyle(under).fill)];
    return (Math.max(...lights) + 0.05) / (Math.min(...lights) + 0.05) < 4.5;
  });
  // A millisecond is no motion.
  const lasts = (durations) => durations.split(', ').some((duration) => parseFloat(duration) > 0.001);
  const moving = [...document.querySelectorAll('*')].filter((element) =>
    [undefined, '::before', '::after'].some((part) => {
      const { animationName, animationDuration, transitionDuration, scrollBehavior } = getComputedStyle(element, part);
      return (animationName !== 'none' && lasts(animationDuration)) || lasts(transitionDuration) || scrollBehavior === 'smooth';
    }),
  );
  return [
    ...painted.map((element) => 'is seen by its colour alone: ' + name(element)),
    ...shapes.map((element) => 'has no colour of its own where colours are forced: ' + name(element)),
    ...bordered.map((element) => 'has a border only where colours are forced: ' + name(element)),
    ...chosen.map((element) => 'looks as if it were not chosen where colours are forced: ' + name(element)),
    ...faint.map((element) => 'cannot be read on what is below it where colours are forced: ' + name(element)),
    ...moving.map((element) => 'moves although motion is reduced: ' + name(element)),
  ];
})()`;

/**
 * The problems of a page if its reader has set text of twice the usual size (WCAG 2.2, 1.4.4), forces colours (1.4.11), or wants less
 * motion (2.3.3).
 */
export async function settingProblems(page: Page): Promise<readonly string[]> {
  const debuggerSession = await page.context().newCDPSession(page);
  const setText = (standard: number): Promise<unknown> => debuggerSession.send('Page.setFontSizes', { fontSizes: { standard } });
  await setText(32);
  const tooLarge = await page.evaluate<readonly string[]>(findTooLarge);
  await setText(16);
  await debuggerSession.detach();
  await page.evaluate(markColours);
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  const unseen = await page.evaluate<readonly string[]>(findUnseen);
  await page.emulateMedia({ forcedColors: null, reducedMotion: null });
  return [...tooLarge, ...unseen];
}
