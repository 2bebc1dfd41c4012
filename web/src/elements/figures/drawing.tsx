import * as Plot from '@observablehq/plot';
import { useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react';

/**
 * Makes the options of a drawing of the library. The width is in CSS pixels, of which text has 16. Colours are tokens, such as
 * `var(--accent)`. Colour alone never carries meaning.
 */
export type Draw = (plot: typeof Plot, width: number) => Plot.PlotOptions;

/** The least width of a drawing: a phone's, at 400 % of the usual size. */
const leastWidth = 240;

/** A drawing as wide as its place and with text as large as that of the page, drawn again when its place changes. */
export default function Drawing({ name, draw }: { readonly name: string; readonly draw: Draw }): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry!.contentRect.width / textScale())));
    observer.observe(place.current!);
    return () => observer.disconnect();
  }, []);
  useLayoutEffect(() => {
    if (width === 0) return;
    place.current!.replaceChildren(drawn(name, draw(Plot, Math.max(width, leastWidth)), Math.max(width, leastWidth)));
  }, [name, draw, width]);
  return <div className="drawing" ref={place} />;
}

/** How much larger than usual the text of the page is. */
function textScale(): number {
  return parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
}

/** One image to a screen reader. Its rules are in figure.css: the Content-Security-Policy allows no style element. */
function drawn(name: string, options: Plot.PlotOptions, width: number): Element {
  // Without a figure and legends of the library's own, which would have styles too.
  const svg = Plot.plot({ ...options, figure: false, className: 'plot', width });
  for (const style of svg.querySelectorAll('style')) style.remove();
  for (const part of svg.querySelectorAll('[aria-label]')) part.removeAttribute('aria-label');
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', name);
  return svg;
}
