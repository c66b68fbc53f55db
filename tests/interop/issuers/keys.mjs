// Keys of issuers and learners: did:key in both directions, tokens signed and checked (jose).
import { decode, encode } from 'base58-universal';
import { ECDH, generateKeyPairSync } from 'node:crypto';
import { SignJWT, compactVerify, importJWK } from 'jose';

const base64url = bytes => Buffer.from(bytes).toString('base64url');

/** An issuer that is an Ed25519 key. */
export function issuerKey() {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const raw = Buffer.from(publicKey.export({ format: 'jwk' }).x, 'base64url');
  const multibase = `z${encode(Buffer.concat([Buffer.from([0xed, 0x01]), raw]))}`;
  const did = `did:key:${multibase}`;
  return { did, kid: `${did}#${multibase}`, privateKey, multibase };
}

/** The public key of a did:key (Ed25519, P-256) as a JWK. */
export function jwkOf(did) {
  const bytes = decode(did.split('#')[0].slice('did:key:z'.length));
  if (bytes[0] === 0xed && bytes[1] === 0x01) return { kty: 'OKP', crv: 'Ed25519', x: base64url(bytes.subarray(2)) };
  if (bytes[0] === 0x80 && bytes[1] === 0x24) {
    const point = ECDH.convertKey(bytes.subarray(2), 'prime256v1', undefined, undefined, 'uncompressed');
    return { kty: 'EC', crv: 'P-256', x: base64url(point.subarray(1, 33)), y: base64url(point.subarray(33)) };
  }
  throw new Error(`no key known of: ${did}`);
}

/** Whether a token is signed by this key. */
export async function signedBy(compact, jwk, alg) {
  try {
    await compactVerify(compact, await importJWK(jwk, alg));
    return true;
  } catch {
    return false;
  }
}

/** A badge of Open Badges 3.0 for whoever has this id, as a token. */
export function badge(issuer, { id, name, holder }) {
  const claims = {
    '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
    id: `urn:uuid:${id}`,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: { id: issuer.did, type: ['Profile'], name: 'Harbour Chamber' },
    validFrom: '2026-02-02T09:31:05Z',
    name,
    credentialSubject: {
      id: holder,
      type: ['AchievementSubject'],
      achievement: {
        id: 'urn:uuid:aaaaaaaa-0000-4000-8000-000000000001', type: ['Achievement'], name, description: 'Moves pallets.',
        criteria: { narrative: 'Forty hours.' },
      },
    },
  };
  const token = new SignJWT({ ...claims, iss: issuer.did, sub: holder, jti: claims.id });
  return token.setProtectedHeader({ alg: 'EdDSA', typ: 'vc+jwt', kid: issuer.kid }).sign(issuer.privateKey);
}

/** A token with nothing left out and nothing hidden (SD-JWT VC), bound to a key. */
export async function sdJwt(issuer, { name, jwk }) {
  const claims = { iss: 'https://one.example', vct: 'https://one.example/types/badge', name, cnf: { jwk }, iat: 1770024665 };
  const token = new SignJWT(claims).setProtectedHeader({ alg: 'EdDSA', typ: 'dc+sd-jwt', kid: issuer.kid });
  return `${await token.sign(issuer.privateKey)}~`;
}
