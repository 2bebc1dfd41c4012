/** The token of a persona, and how requests show it. */
export interface Credential {
  readonly token: string;
  /** Whether each request needs a proof of its own (RFC 9449). */
  readonly isBound: boolean;
  /** The headers of one request to `/graphql`. */
  headers(): Promise<Readonly<Record<string, string>>>;
}

/** Where the personas sign in, and for what. */
export interface SignInPlace {
  /** The authorization server. */
  readonly issuer: string;
  /** The address of `/graphql` that proofs name. */
  readonly gatewayUrl: string;
  readonly audience: string;
  /** Has the private keys of passkeys and of partners' systems. */
  readonly dataDirectory: string;
}
