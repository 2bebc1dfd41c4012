import { startAuthentication } from '@simplewebauthn/browser';
import { ownPage, type BrowserSession } from './read-session.ts';

/** Milliseconds for which the gateway may take to answer. How long a person takes for the passkey is up to the browser. */
const deadline = 10_000;

/**
 * Confirms with a passkey who is signed in, for changes that need a fresh proof (docs/client-guide.md, "Step-up").
 * @throws Error if the person cancels, there is no such passkey, or the gateway refuses it or cannot be reached
 */
export async function stepUp({ id }: Pick<BrowserSession, 'id'>): Promise<void> {
  const headers = { ...ownPage, 'content-type': 'application/json', 'privacy-session': id };
  const post = async (path: string, body: object): Promise<unknown> => {
    const signal = AbortSignal.timeout(deadline);
    const response = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body), signal });
    if (!response.ok) throw new Error(`${path} answers ${response.status}`);
    return response.json();
  };
  const { options } = (await post('/session/step-up/options', {})) as { readonly options: Asked };
  const passkey = await startAuthentication({ optionsJSON: options });
  await post('/session/step-up', { passkey });
}

type Asked = Parameters<typeof startAuthentication>[0]['optionsJSON'];
