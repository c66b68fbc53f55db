// An issuer of OpenID4VCI 1.0 with its authorization server, over @openid4vc/openid4vci and @openid4vc/oauth2: these write
// metadata and offers, read requests and check codes, PINs, PKCE and proofs. Here stands only what is between them and the wire.
import { Openid4vciIssuer } from '@openid4vc/openid4vci';
import { Oauth2AuthorizationServer, clientAuthenticationAnonymous } from '@openid4vc/oauth2';
import { createHash, generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import { badge, issuerKey, jwkOf, sdJwt, signedBy } from './keys.mjs';

const AT = 'https://one.example';
const key = issuerKey();
const tokens = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const tokenKey = { method: 'jwk', alg: 'ES256', publicJwk: tokens.publicKey.export({ format: 'jwk' }) };

const callbacks = {
  hash: (data, name) => createHash(name.replace('-', '')).update(data).digest(),
  generateRandom: length => randomBytes(length),
  clientAuthentication: clientAuthenticationAnonymous(),
  signJwt: async (signer, { header, payload }) => ({
    jwt: await new SignJWT(payload).setProtectedHeader(header).sign(tokens.privateKey), signerJwk: signer.publicJwk,
  }),
  verifyJwt: async (signer, { compact }) => {
    const jwk = signer.method === 'did' ? jwkOf(signer.didUrl) : signer.publicJwk;
    return await signedBy(compact, jwk, signer.alg) ? { verified: true, signerJwk: jwk } : { verified: false };
  },
  encryptJwe: () => { throw new Error('not here'); },
  decryptJwe: () => { throw new Error('not here'); },
  fetch: () => { throw new Error('nothing is fetched'); },
};
const issuer = new Openid4vciIssuer({ callbacks });
const server = new Oauth2AuthorizationServer({ callbacks });

const proofs = (...algorithms) => ({ jwt: { proof_signing_alg_values_supported: algorithms } });
const definition = { type: ['VerifiableCredential', 'OpenBadgeCredential'] };
const token = methods => ({
  format: 'jwt_vc_json', scope: 'badge', credential_definition: definition, cryptographic_binding_methods_supported: methods,
  credential_metadata: { display: [{ name: 'Forklift driver' }] },
});
const metadata = issuer.createCredentialIssuerMetadata({
  credential_issuer: AT,
  credential_endpoint: `${AT}/credential`,
  nonce_endpoint: `${AT}/nonce`,
  deferred_credential_endpoint: `${AT}/deferred`,
  display: [{ name: 'Harbour Chamber' }],
  credential_configurations_supported: {
    badge: { ...token(['did:key']), proof_types_supported: proofs('EdDSA', 'ES256') },
    'only-p256': { ...token(['did:key']), proof_types_supported: proofs('ES256') },
    later: { ...token(['did:key']), proof_types_supported: proofs('EdDSA') },
    never: { ...token(['did:key']), proof_types_supported: proofs('EdDSA') },
    sealed: { ...token(['did:key']), proof_types_supported: { jwt: { ...proofs('EdDSA').jwt, key_attestations_required: {} } } },
    sd: {
      format: 'dc+sd-jwt', vct: `${AT}/types/badge`, cryptographic_binding_methods_supported: ['jwk'],
      proof_types_supported: proofs('ES256'),
    },
  },
});
const serverMetadata = server.createAuthorizationServerMetadata({
  issuer: AT,
  token_endpoint: `${AT}/token`,
  authorization_endpoint: `${AT}/authorize`,
  pushed_authorization_request_endpoint: `${AT}/par`,
  require_pushed_authorization_requests: true,
  code_challenge_methods_supported: ['S256'],
  authorization_response_iss_parameter_supported: true,
  'pre-authorized_grant_anonymous_access_supported': true,
});
const issuerMetadata = {
  credentialIssuer: metadata,
  authorizationServers: [serverMetadata],
  knownCredentialConfigurations: issuer.getKnownCredentialConfigurationsSupported(metadata),
};

/** What was offered, by its code; who signs in, by the request; who may ask, by the token. */
const offers = new Map();
const pushed = new Map();
const codes = new Map();
const granted = new Map();
const nonces = new Set();
const waiting = new Map();
const documents = new Map();

/** Makes an offer, and the PIN that goes with it. */
export async function offer({ configuration = 'badge', pin: needsPin = false, way = 'code', byReference = false }) {
  const code = randomUUID();
  const pin = needsPin ? String(randomBytes(4).readUInt32BE() % 10000).padStart(4, '0') : undefined;
  const grants = way === 'sign-in'
    ? { authorization_code: { issuer_state: code } }
    : {
      'urn:ietf:params:oauth:grant-type:pre-authorized_code': {
        'pre-authorized_code': code,
        ...pin && { tx_code: { input_mode: 'numeric', length: pin.length, description: 'The number in our letter' } },
      },
    };
  offers.set(code, { configuration, pin });
  const made = await issuer.createCredentialOffer({
    issuerMetadata, grants, credentialConfigurationIds: [configuration],
    ...byReference && { credentialOfferUri: `${AT}/offers/${code}` },
  });
  documents.set(`/offers/${code}`, made.credentialOfferObject);
  return { offer: made.credentialOffer, pin };
}

const as = (request, body) => ({ request: { headers: new Headers(request.headers), method: request.method, url: `${AT}${request.url}` }, ...body });
const json = (status, value) => ({ status, value });

async function grant(request, body) {
  const form = Object.fromEntries(new URLSearchParams(body));
  const { grant: asked, accessTokenRequest, pkceCodeVerifier, ...rest } = server.parseAccessTokenRequest(as(request, { accessTokenRequest: form }));
  const common = as(request, { grant: asked, accessTokenRequest, authorizationServerMetadata: serverMetadata, ...rest });
  let offered;
  let subject;
  if (asked.preAuthorizedCode !== undefined) {
    subject = asked.preAuthorizedCode;
    offered = offers.get(subject);
    await server.verifyPreAuthorizedCodeAccessTokenRequest({
      ...common, expectedPreAuthorizedCode: offered ? subject : 'used up', expectedTxCode: offered?.pin,
    });
    offers.delete(subject);
  } else {
    subject = asked.code;
    const known = codes.get(subject);
    codes.delete(subject);
    await server.verifyAuthorizationCodeAccessTokenRequest({
      ...common, expectedCode: known ? subject : 'used up',
      pkce: { codeVerifier: pkceCodeVerifier, codeChallenge: known?.request.code_challenge, codeChallengeMethod: known?.request.code_challenge_method },
    });
    if (form.redirect_uri !== known.request.redirect_uri) throw new Error('another redirect');
    offered = { ...known.offered, client: known.request.client_id };
  }
  const answer = await server.createAccessTokenResponse({
    audience: AT, authorizationServer: AT, expiresInSeconds: 300, subject, signer: tokenKey, clientId: offered.client,
  });
  granted.set(answer.access_token, offered);
  return json(200, answer);
}

async function push(request, body) {
  const form = Object.fromEntries(new URLSearchParams(body));
  const parsed = await server.parsePushedAuthorizationRequest(as(request, { authorizationRequest: form }));
  await server.verifyPushedAuthorizationRequest(as(request, { ...parsed, authorizationServerMetadata: serverMetadata }));
  const uri = `urn:ietf:params:oauth:request_uri:${randomUUID()}`;
  pushed.set(uri, parsed.authorizationRequest);
  return json(201, server.createPushedAuthorizationResponse({ requestUri: uri, expiresInSeconds: 60 }).pushedAuthorizationResponse);
}

/** The page at which a person would sign in: says yes by itself, or no where the offer is for nobody. */
function authorize(url) {
  const request = pushed.get(url.searchParams.get('request_uri'));
  if (!request || request.client_id !== url.searchParams.get('client_id')) return json(400, { error: 'invalid_request' });
  const offered = offers.get(request.issuer_state);
  const code = randomUUID();
  const to = new URL(request.redirect_uri);
  to.searchParams.set('state', request.state);
  to.searchParams.set('iss', AT);
  if (offered) {
    codes.set(code, { offered, request });
    to.searchParams.set('code', code);
  } else {
    to.searchParams.set('error', 'access_denied');
  }
  return { status: 302, location: to.href };
}

async function issue(request, body) {
  const access = granted.get((request.headers.authorization ?? '').replace('Bearer ', ''));
  if (!access) return json(401, { error: 'invalid_token' });
  const parsed = issuer.parseCredentialRequest({ issuerMetadata, credentialRequest: JSON.parse(body) });
  if (parsed.credentialConfigurationId !== access.configuration) return json(400, { error: 'unknown_credential_configuration' });
  const proof = parsed.proofs?.jwt?.[0];
  if (parsed.proofs?.jwt?.length !== 1) return json(400, { error: 'invalid_proof' });
  const nonce = JSON.parse(Buffer.from(proof.split('.')[1], 'base64url')).nonce;
  if (!nonces.delete(nonce)) return json(400, { error: 'invalid_nonce' });
  const { signer, header } = await issuer.verifyCredentialRequestJwtProof({
    issuerMetadata, jwt: proof, expectedNonce: nonce, clientId: access.client,
  });
  const allowed = metadata.credential_configurations_supported[access.configuration].proof_types_supported.jwt;
  if (!allowed.proof_signing_alg_values_supported.includes(header.alg)) return json(400, { error: 'invalid_proof' });
  const holder = signer.didUrl?.split('#')[0];
  const credential = access.configuration === 'sd'
    ? await sdJwt(key, { name: 'Forklift driver', jwk: signer.publicJwk })
    : await badge(key, { id: randomUUID(), name: 'Forklift driver', holder });
  if (['later', 'never'].includes(access.configuration)) {
    const transactionId = randomUUID();
    waiting.set(transactionId, { credential, times: access.configuration === 'later' ? 2 : Infinity });
    return json(202, issuer.createCredentialResponse({ credentialRequest: parsed, transactionId, interval: access.configuration === 'later' ? 1 : 120 }));
  }
  return json(200, issuer.createCredentialResponse({ credentialRequest: parsed, credentials: [{ credential }] }));
}

function deferred(body) {
  const { deferredCredentialRequest } = issuer.parseDeferredCredentialRequest({ deferredCredentialRequest: JSON.parse(body) });
  const kept = waiting.get(deferredCredentialRequest.transaction_id);
  if (!kept) return json(400, { error: 'invalid_transaction_id' });
  kept.times -= 1;
  if (kept.times > 0) {
    return json(202, issuer.createDeferredCredentialResponse({ transactionId: deferredCredentialRequest.transaction_id, interval: 1 }));
  }
  return json(200, issuer.createDeferredCredentialResponse({ credentials: [{ credential: kept.credential }] }));
}

/** Answers one request. */
export async function answer(request, body) {
  const url = new URL(request.url, AT);
  try {
    switch (`${request.method} ${url.pathname}`) {
      case 'GET /.well-known/openid-credential-issuer': return json(200, metadata);
      case 'GET /.well-known/oauth-authorization-server': return json(200, serverMetadata);
      case 'GET /authorize': return authorize(url);
      case 'POST /par': return await push(request, body);
      case 'POST /token': return await grant(request, body);
      case 'POST /nonce': {
        const cNonce = randomUUID();
        nonces.add(cNonce);
        return json(200, issuer.createNonceResponse({ cNonce, cNonceExpiresIn: 60 }));
      }
      case 'POST /credential': return await issue(request, body);
      case 'POST /deferred': return deferred(body);
      default: return documents.has(url.pathname) ? json(200, documents.get(url.pathname)) : json(404, {});
    }
  } catch (error) {
    // The libraries' own answer to what is wrong with a request.
    return json(400, error.errorResponse ?? { error: 'server_error', error_description: error.message });
  }
}
