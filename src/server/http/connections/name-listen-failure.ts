import { causeOf } from '../../../platform/errors/error-cause.ts';
import { PrivacyError } from '../../../platform/errors/errors.ts';

/** The error of a server that cannot listen: SETTING_INVALID, naming PORT or HOST. */
export function nameListenFailure(error: unknown): PrivacyError {
  return Object.assign(new PrivacyError('SETTING_INVALID', { problems: [problemOf(causeOf(error))] }), { cause: error });
}

function problemOf(cause: string): string {
  if (cause === 'EADDRINUSE') return 'PORT: something else listens there; stop it, or choose another port';
  if (cause === 'EACCES') return 'PORT: this account may not listen there; choose a port above 1023';
  return `HOST: the gateway cannot listen there; it must be an address of this machine (${cause})`;
}
