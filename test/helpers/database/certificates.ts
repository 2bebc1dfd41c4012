import 'reflect-metadata';
import { webcrypto, type webcrypto as Crypto } from 'node:crypto';
import { BasicConstraintsExtension, SubjectAlternativeNameExtension, X509CertificateGenerator, type X509Certificate } from '@peculiar/x509';

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const { subtle } = webcrypto;

/** A certificate and its private key, as PEM. */
export interface Certified {
  readonly certificate: string;
  readonly key: string;
}

/** An authority that signs certificates of servers and clients. */
export interface Authority extends Certified {
  /** @param names DNS names and addresses of a server; a client's certificate has none */
  sign(commonName: string, names?: readonly { readonly type: 'dns' | 'ip'; readonly value: string }[]): Promise<Certified>;
}

/** Makes a certificate authority for a test, valid for an hour. */
export async function createAuthority(commonName: string): Promise<Authority> {
  const keys = await newKeys();
  const name = `CN=${commonName}`;
  const certificate = await X509CertificateGenerator.createSelfSigned({
    ...validity(),
    name,
    keys,
    signingAlgorithm: algorithm,
    extensions: [new BasicConstraintsExtension(true, undefined, true)],
  });
  return {
    ...(await asPem(certificate, keys.privateKey)),
    sign: async (subject, names = []) => {
      const { publicKey, privateKey } = await newKeys();
      const signed = await X509CertificateGenerator.create({
        ...validity(),
        subject: `CN=${subject}`,
        issuer: name,
        publicKey,
        signingKey: keys.privateKey,
        signingAlgorithm: algorithm,
        extensions: names.length > 0 ? [new SubjectAlternativeNameExtension([...names])] : [],
      });
      return asPem(signed, privateKey);
    },
  };
}

async function newKeys(): Promise<Crypto.CryptoKeyPair> {
  return subtle.generateKey(algorithm, true, ['sign', 'verify']);
}

function validity(): { readonly notBefore: Date; readonly notAfter: Date } {
  const now = Date.now();
  return { notBefore: new Date(now - 60_000), notAfter: new Date(now + 3_600_000) };
}

async function asPem(certificate: X509Certificate, key: Crypto.CryptoKey): Promise<Certified> {
  const der = Buffer.from(await subtle.exportKey('pkcs8', key)).toString('base64');
  return { certificate: certificate.toString('pem'), key: `-----BEGIN PRIVATE KEY-----\n${der}\n-----END PRIVATE KEY-----\n` };
}
