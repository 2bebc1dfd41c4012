import { randomUUID } from 'node:crypto';
import { cast, matters } from '../../../demo/personas.ts';
import type { Answered, Asked } from '../gateway/gateway.ts';

const office = { purpose: 'MANDATE_ADMINISTRATION' } as const;
const reason = 'Over';
const newKeys = { jwksUri: 'https://keys.police.example/jwks.json' };

/**
 * For each reason that a change of a partner's access can have, a way to get it over HTTP.
 * @param change sends a mutation with one input
 */
export function waysOfPartners(
  asOwner: (text: string, values: unknown[]) => Promise<unknown>,
  change: (persona: string, field: string, input: object, asked: Asked) => Promise<Answered>,
) {
  const make = (field: string, input: object, persona = 'privacy-officer'): Promise<Answered> => change(persona, field, input, office);
  /** Stores an approved client. @returns its id */
  const approved = async (): Promise<string> => {
    const id = randomUUID();
    await asOwner(
      `insert into identity.registration (id, partner_id, name, contact, jwks, recorded_by, recorded_at, approved_by, approved_at)
       values ($1, $2, 'A client', 'The desk', '{"keys": [{"kid": "one"}, {"kid": "two"}]}', $3, now(), $4, now())`,
      [id, cast.police, cast.privacyOfficer, cast.privacyOfficer2],
    );
    return id;
  };
  return {
    NOTHING_TO_RECONFIRM: () => make('reconfirmMandate', { mandateId: matters.courtOrder }, 'privacy-officer-2'),
    CLIENT_ENDED: async () => {
      const clientId = await approved();
      await make('endPartnerClient', { clientId, reason });
      return make('endPartnerClient', { clientId, reason });
    },
    CLIENT_NOT_IN_FORCE: async () => {
      const clientId = await approved();
      await make('suspendPartnerClient', { clientId, reason });
      return make('suspendPartnerClient', { clientId, reason });
    },
    CLIENT_NOT_SUSPENDED: async () => make('resumePartnerClient', { clientId: await approved() }),
    KEY_UNKNOWN: async () => make('withdrawPartnerClientKey', { clientId: await approved(), keyId: 'three' }),
    KEY_WITHDRAWN: async () => {
      const clientId = await approved();
      await make('withdrawPartnerClientKey', { clientId, keyId: 'two' });
      const key = { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo', kid: 'two' };
      return make('replacePartnerClientKeys', { clientId, jwks: JSON.stringify({ keys: [key] }) });
    },
    OTHER_PROPOSAL: async () => {
      const clientId = await approved();
      await make('replacePartnerClientKeys', { clientId, ...newKeys });
      const changeId = randomUUID();
      await asOwner(
        `insert into identity.registration_change (id, registration_id, kind, jwks_uri, overlap_days, proposed_by, proposed_at)
         values ($1, $2, 'KEYS', 'https://keys.police.example/', 0, $3, '2020-01-01')`,
        [changeId, clientId, cast.privacyOfficer],
      );
      return make('approvePartnerClientChange', { changeId }, 'privacy-officer-2');
    },
  };
}
