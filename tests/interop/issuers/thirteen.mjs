// An issuer of OpenID4VCI draft 13: Sphereon's own server, as it is. It speaks plain HTTP; https is put in front of it.
import { ExpressBuilder } from '@sphereon/ssi-express-support';
import { AuthorizationServerMetadataBuilder, CredentialSupportedBuilderV1_13, MemoryStates, VcIssuerBuilder } from '@sphereon/oid4vci-issuer';
import { OID4VCIServer } from '@sphereon/oid4vci-issuer-server';
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { SignJWT, decodeJwt, decodeProtectedHeader } from 'jose';
import { badge, issuerKey, jwkOf, signedBy } from './keys.mjs';

const AT = 'https://thirteen.example';
export const PORT = 3456;
const key = issuerKey();
const tokens = generateKeyPairSync('ec', { namedCurve: 'P-256' });

const configurations = new CredentialSupportedBuilderV1_13()
  .withCredentialSigningAlgValuesSupported('EdDSA')
  .withCryptographicBindingMethod('did:key')
  .withFormat('jwt_vc_json')
  .withCredentialName('OpenBadgeCredential')
  .withCredentialDefinition({ type: ['VerifiableCredential', 'OpenBadgeCredential'] })
  .withCredentialSupportedDisplay({ name: 'Crane driver', locale: 'en' })
  .build();
for (const one of Object.values(configurations)) {
  one.proof_types_supported = { jwt: { proof_signing_alg_values_supported: ['EdDSA', 'ES256'] } };
}

const issuer = new VcIssuerBuilder()
  .withAuthorizationMetadata(new AuthorizationServerMetadataBuilder()
    .withIssuer(AT)
    .withCredentialEndpoint(`${AT}/credentials`)
    .withTokenEndpoint(`${AT}/token`)
    .withAuthorizationEndpoint(`${AT}/authorize`)
    .withResponseTypesSupported(['code'])
    .build())
  .withCredentialEndpoint(`${AT}/credentials`)
  .withDefaultCredentialOfferBaseUri(AT)
  .withCredentialIssuer(AT)
  .withIssuerDisplay({ name: 'Harbour Chamber', locale: 'en' })
  .withCredentialConfigurationsSupported(configurations)
  .withCredentialOfferStateManager(new MemoryStates())
  .withInMemoryCNonceState()
  .withInMemoryCredentialOfferURIState()
  .withCredentialDataSupplier(async () => ({ format: 'jwt_vc_json', credential: { type: ['VerifiableCredential', 'OpenBadgeCredential'] } }))
  .withCredentialSignerCallback(async ({ jwtVerifyResult }) =>
    badge(key, { id: randomUUID(), name: 'Crane driver', holder: jwtVerifyResult.did }))
  .withJWTVerifyCallback(async ({ jwt }) => {
    const header = decodeProtectedHeader(jwt);
    const did = header.kid.split('#')[0];
    if (!await signedBy(jwt, jwkOf(did), header.alg)) throw new Error('the proof is not signed by its key');
    return {
      alg: header.alg, kid: header.kid, did,
      didDocument: { '@context': 'https://www.w3.org/ns/did/v1', id: did },
      jwt: { header, payload: decodeJwt(jwt) },
    };
  })
  .build();

/** Makes an offer, and the PIN that goes with it. */
export async function offer({ pin = false }) {
  const code = { 'pre-authorized_code': randomUUID(), ...pin && { tx_code: { input_mode: 'numeric', length: 4 } } };
  const { uri, userPin } = await issuer.createCredentialOfferURI({
    offerMode: 'VALUE',
    grants: { 'urn:ietf:params:oauth:grant-type:pre-authorized_code': code },
    credential_configuration_ids: Object.keys(configurations),
    scheme: 'openid-credential-offer',
    baseUri: '',
  });
  return { offer: uri, pin: userPin };
}

/** Starts it. */
export function start() {
  const express = ExpressBuilder.fromServerOpts({ port: PORT, hostname: '127.0.0.1' }).build({ startListening: false });
  const server = new OID4VCIServer(express, {
    issuer,
    baseUrl: AT,
    endpointOpts: {
      tokenEndpointOpts: {
        tokenPath: '/token',
        accessTokenVerificationCallback: async ({ jwt }) => {
          if (!await signedBy(jwt, tokens.publicKey.export({ format: 'jwk' }), 'ES256')) throw new Error('not our token');
          return { jwt: { header: decodeProtectedHeader(jwt), payload: decodeJwt(jwt) } };
        },
        accessTokenSignerCallback: jwt => new SignJWT(jwt.payload).setProtectedHeader({ ...jwt.header, alg: 'ES256' }).sign(tokens.privateKey),
      },
    },
  });
  express.start();
  return server;
}
