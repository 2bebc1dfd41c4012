import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';

/** Defects of a page or an authenticator. */
interface Faults {
  readonly origin?: string;
  readonly rpId?: string;
  readonly challenge?: string;
  /** Whether the user was verified, by a finger or a PIN. */
  readonly isVerified?: boolean;
  readonly counter?: number;
  readonly userHandle?: string;
}

/** The keys of a passkey (ES256). */
export interface PasskeyKeys {
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

/** An authenticator with one passkey, and the page that asks it. */
export interface SoftwareAuthenticator {
  /** The passkey as a server stores it: its id (base64url) and public key (COSE). */
  readonly passkey: { readonly id: string; readonly publicKey: Buffer };
  create(options: PublicKeyCredentialCreationOptionsJSON, faults?: Faults): RegistrationResponseJSON;
  get(options: PublicKeyCredentialRequestOptionsJSON, faults?: Faults): AuthenticationResponseJSON;
}

const plain = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
const sha256 = (text: string | Buffer): Buffer => createHash('sha256').update(text).digest();

/**
 * Opens an authenticator (WebAuthn Level 3 §6) for an origin.
 * @param kept the keys of a passkey that was made before, which counts nothing; undefined: a new one, whose counter rises with each use
 */
export function openSoftwareAuthenticator(usualOrigin: string, kept?: PasskeyKeys): SoftwareAuthenticator {
  const { publicKey, privateKey } = kept ?? generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = kept ? sha256(publicKey.export({ format: 'der', type: 'spki' })).subarray(0, 16) : randomBytes(16);
  let counter = 0;
  let handle: string | undefined;
  const clientData = (type: string, challenge: string, faults: Faults): Buffer =>
    Buffer.from(
      JSON.stringify({ type, challenge: faults.challenge ?? challenge, origin: faults.origin ?? usualOrigin, crossOrigin: false }),
    );
  const data = (rpId: string, { isVerified = true, ...faults }: Faults, attested?: Buffer): Buffer => {
    // User present, user verified, attested data.
    const flags = 0x01 | (isVerified ? 0x04 : 0) | (attested ? 0x40 : 0);
    const count = Buffer.alloc(4);
    count.writeUInt32BE(faults.counter ?? (kept ? 0 : (counter += 1)));
    return Buffer.concat([sha256(faults.rpId ?? rpId), Buffer.of(flags), count, attested ?? Buffer.alloc(0)]);
  };
  return {
    passkey: { id: plain(id), publicKey: coseKey(publicKey) },
    create(options, faults = {}) {
      handle = options.user.id;
      const length = Buffer.of(0, id.length);
      const authData = data(options.rp.id!, faults, Buffer.concat([Buffer.alloc(16), length, id, coseKey(publicKey)]));
      const attestationObject = cborMap(
        [cborText('fmt'), cborText('none')],
        [cborText('attStmt'), cborMap()],
        [cborText('authData'), cborBytes(authData)],
      );
      return {
        id: plain(id),
        rawId: plain(id),
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: plain(clientData('webauthn.create', options.challenge, faults)),
          attestationObject: plain(attestationObject),
          transports: ['internal'],
        },
      };
    },
    get(options, faults = {}) {
      const client = clientData('webauthn.get', options.challenge, faults);
      const authenticatorData = data(options.rpId!, faults);
      return {
        id: plain(id),
        rawId: plain(id),
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: plain(client),
          authenticatorData: plain(authenticatorData),
          signature: plain(sign('sha256', Buffer.concat([authenticatorData, sha256(client)]), privateKey)),
          ...((faults.userHandle ?? handle) !== undefined && { userHandle: (faults.userHandle ?? handle)! }),
        },
      };
    },
  };
}

/** A public key of P-256 for ES256 (RFC 9053 §7.1.1). */
function coseKey(key: KeyObject): Buffer {
  const { x, y } = key.export({ format: 'jwk' });
  const coordinate = (text: string | undefined): Buffer => cborBytes(Buffer.from(text!, 'base64url'));
  // kty: EC2, alg: ES256, crv: P-256, x, y. A negative number n is written as -1 - n.
  return cborMap(
    [Buffer.of(0x01), Buffer.of(0x02)],
    [Buffer.of(0x03), Buffer.of(0x26)],
    [Buffer.of(0x20), Buffer.of(0x01)],
    [Buffer.of(0x21), coordinate(x)],
    [Buffer.of(0x22), coordinate(y)],
  );
}

// CBOR (RFC 8949) of what is needed here: short texts, byte strings and maps.
const cborText = (text: string): Buffer => Buffer.concat([Buffer.of(0x60 | text.length), Buffer.from(text)]);
const cborBytes = (bytes: Buffer): Buffer => {
  const { length } = bytes;
  // The shortest form: the verifier writes the key again to find its end.
  const head = length < 256 ? Buffer.of(0x58, length) : Buffer.of(0x59, length >> 8, length & 0xff);
  return Buffer.concat([head, bytes]);
};
const cborMap = (...pairs: readonly (readonly [Buffer, Buffer])[]): Buffer =>
  Buffer.concat([Buffer.of(0xa0 | pairs.length), ...pairs.flat()]);
