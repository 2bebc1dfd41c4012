import { createServer, type AddressInfo } from 'node:net';

/** A port of loopback that nothing listens at. @param preferred is taken where it is free; NaN: none is */
export async function freePort(preferred: number): Promise<number> {
  const port = await listenOnce(preferred > 0 && preferred <= 65_535 ? preferred : 0);
  return port ?? freePort(Number.NaN);
}

async function listenOnce(wanted: number): Promise<number | undefined> {
  const probe = createServer();
  const listens = await new Promise<boolean>((done) => {
    probe.once('error', () => done(false));
    probe.listen(wanted, '127.0.0.1', () => done(true));
  });
  if (!listens) return undefined;
  const { port } = probe.address() as AddressInfo;
  await new Promise((done) => probe.close(done));
  return port;
}
