import { useRef, useState, type ReactNode } from 'react';
import '../elements.css';

/**
 * A sentence about what has just been done. It is read out, and gets the focus, because the form that did it may be gone.
 * @returns the element, which stands below the heading of a page, and a function that says a sentence
 */
export function useStatus(): readonly [ReactNode, (sentence: ReactNode) => void] {
  const [sentence, setSentence] = useState<ReactNode>();
  const ref = useRef<HTMLOutputElement>(null);
  const say = (next: ReactNode): void => {
    setSentence(next);
    ref.current?.focus();
  };
  const status = (
    <output key="status" className="status" tabIndex={-1} ref={ref}>
      {sentence}
    </output>
  );
  return [status, say];
}
