import { useEffect } from 'react';
import { useSignedIn } from '../../session/signed.tsx';

/**
 * Ends a case here when the page that shows it is left, so that nothing of it stays but what was typed. It can be taken up again.
 * @param id of the case; undefined: none is shown
 */
export function useEndWhenLeft(id: string | undefined): void {
  const { clients } = useSignedIn();
  useEffect(() => {
    if (id === undefined) return undefined;
    return () => {
      clients.endCase(id);
      clients.resume(id);
    };
  }, [clients, id]);
}
