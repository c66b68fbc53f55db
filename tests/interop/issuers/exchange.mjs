// Exchanges after VC-API and claim links of the Digital Credentials Consortium, written from their specifications; who the learner is
// is checked by @digitalbazaar/vc, as the consortium's own service checks it, and what is given is signed by it.
import * as vc from '@digitalbazaar/vc';
import { randomBytes, randomUUID } from 'node:crypto';
import { checking, signing } from '../peers/suites.mjs';
import { loader } from '../peers/offline.mjs';

const AT = 'https://exchange.example';
const CREATED = '2026-02-02T09:31:05Z';
const seed = randomBytes(32).toString('hex');

/** What each exchange asks for, and how it looks at the answer. */
const KINDS = {
  plain: { suite: 'Ed25519Signature2020', query: {}, domain: 'exchange.example' },
  modern: { suite: 'eddsa-rdfc-2022', query: { acceptedMethods: [{ method: 'key' }], acceptedCryptosuites: [{ cryptosuite: 'eddsa-rdfc-2022' }] }, domain: 'exchange.example' },
  consortium: { suite: 'Ed25519Signature2020', query: {}, domain: AT, bare: true },
  thief: { suite: 'Ed25519Signature2020', query: {}, domain: 'bank.example' },
  curious: { suite: 'Ed25519Signature2020', query: {}, domain: 'exchange.example', more: { type: 'QueryByExample', credentialQuery: { example: { type: 'IdentityCard' } } } },
};
const challenges = new Map();
const json = (status, value) => ({ status, value });

const link = '?issuer=issuer.example.com&auth_type=bearer';

/** Makes an offer. */
export function offer({ kind, way = 'interaction' }) {
  const challenge = randomUUID();
  if (way === 'direct') challenges.set(challenge, kind);
  const offers = {
    interaction: `${AT}/interactions/${kind}?iuv=1`,
    // As the consortium's services write them: the address is not escaped.
    begin: `dccrequest://request${link}&vc_request_url=${AT}/exchanges/${kind}`,
    direct: `https://lcw.app/request.html${link}&challenge=${challenge}&vc_request_url=${AT}/exchange/${kind}/${challenge}`,
  };
  return { offer: offers[way] };
}

function asks(kind) {
  const { query, domain, bare, more } = KINDS[kind];
  const challenge = randomUUID();
  challenges.set(challenge, kind);
  const service = { type: bare ? 'UnmediatedPresentationService2021' : 'UnmediatedHttpPresentationService2021', serviceEndpoint: `${AT}/exchange/${kind}/${challenge}` };
  return {
    verifiablePresentationRequest: {
      query: [...more ? [more] : [], { type: 'DIDAuthentication', ...query }], challenge, domain, interact: { service: [service] },
    },
  };
}

async function gives(kind, challenge, sent) {
  const { suite, domain, bare } = KINDS[kind];
  if (challenges.get(challenge) !== kind) return json(404, { code: 404, message: 'Unknown exchangeId.' });
  const presentation = bare ? sent : sent.verifiablePresentation;
  const checked = await vc.verify({
    presentation, challenge, ...!bare && { domain }, suite: checking(suite), documentLoader: loader(suite),
  });
  if (!checked.verified) return json(401, { code: 401, message: `Invalid DIDAuth. ${checked.error?.errors?.map(String) ?? checked.error}` });
  challenges.delete(challenge);
  const signer = await signing('eddsa-rdfc-2022', { seed }, CREATED);
  const credential = await vc.issue({
    credential: {
      '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
      id: `urn:uuid:${randomUUID()}`,
      type: ['VerifiableCredential', 'OpenBadgeCredential'],
      issuer: { id: signer.did, type: ['Profile'], name: 'Harbour Chamber' },
      validFrom: CREATED,
      name: 'Dock worker',
      credentialSubject: {
        id: presentation.holder,
        type: ['AchievementSubject'],
        achievement: {
          id: 'urn:uuid:aaaaaaaa-0000-4000-8000-000000000002', type: ['Achievement'], name: 'Dock worker',
          description: 'Ties knots.', criteria: { narrative: 'Ten knots.' },
        },
      },
    },
    suite: signer.suite, documentLoader: loader('eddsa-rdfc-2022'), now: new Date(CREATED),
  });
  const given = { '@context': ['https://www.w3.org/ns/credentials/v2'], type: ['VerifiablePresentation'], verifiableCredential: [credential] };
  return json(200, bare ? given : { verifiablePresentation: given });
}

/** Answers one request. */
export async function answer(request, body) {
  const [, what, kind, challenge] = new URL(request.url, AT).pathname.split('/');
  if (!KINDS[kind]) return json(404, {});
  const called = `${request.method} ${what}`;
  if (called === 'GET interactions') {
    if (!(request.headers.accept ?? '').includes('application/json')) return { status: 200, html: '<!doctype html><p>Choose a wallet' };
    return json(200, { protocols: { vcapi: `${AT}/exchanges/${kind}` } });
  }
  if (called === 'POST exchanges') return json(200, asks(kind));
  if (called === 'POST exchange') return gives(kind, challenge, JSON.parse(body));
  return json(404, {});
}
