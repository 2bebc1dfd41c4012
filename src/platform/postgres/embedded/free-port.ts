import getPort, { clearLockedPorts } from 'get-port';

/** A TCP port that is free on loopback. @param preferred taken if it is free; NaN: any port */
export function freePort(preferred: number): Promise<number> {
  // get-port does not return the same port again for 15 seconds. A server that restarts at once needs it again.
  clearLockedPorts();
  const isPort = preferred > 0 && preferred <= 65_535;
  return getPort({ host: '127.0.0.1', ...(isPort && { port: preferred }) });
}
