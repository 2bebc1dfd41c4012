import { useEffect, useState } from 'react';
import type { Clients } from '../../session/open-clients.ts';

/** Milliseconds after which one is told: three minutes before the end, so that there is time to go on (WCAG 2.2, 2.2.1). */
const patience = 17 * 60_000;

/** Whether the gateway has answered nothing for so long that the encounter ends soon. */
export function useIsIdle(clients: Clients): boolean {
  const [isIdle, setIsIdle] = useState(false);
  useEffect(() => {
    const begin = (): ReturnType<typeof setTimeout> => setTimeout(() => setIsIdle(true), patience);
    let timer = begin();
    const stop = clients.subscribe(() => {
      clearTimeout(timer);
      timer = begin();
      setIsIdle(false);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [clients]);
  return isIdle;
}
