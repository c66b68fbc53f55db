// The JavaScript peers: @digitalbazaar/vc issues and verifies, @digitalcredentials/verifier-core verifies, offline.
//
// stdin:  {"jobs": [{"op": "issue" | "verify" | "core", "suite": "eddsa-rdfc-2022" | "Ed25519Signature2020" | …, …}]}
//   issue:  "seed" (32 bytes, hex) or "key" (PEM), "credential"; the issuer becomes the did:key. "created" (RFC 3339).
//           What is signed with ecdsa-sd-2023 comes back with statements left out, as a holder shows it.
//   verify: "credential", "now" (RFC 3339)
//   core:   "credential"; verifier-core looks at the clock itself
// stdout: {"answers": [{"ok": true, "credential": {…}} | {"ok": false, "error": "…"}]}, in the order of the jobs.
//
// Nothing is fetched: contexts come out of the packages, did:key documents are computed, every other address is an error.
import * as core from './verifier-core.mjs';
import * as vc from '@digitalbazaar/vc';
import { checking, disclosing, signing } from './suites.mjs';
import { loader } from './offline.mjs';
import { answer } from './answers.mjs';

async function issue({ suite, seed, key, credential, created }) {
  const signer = await signing(suite, { seed, key }, created);
  const issuer = typeof credential.issuer === 'object' ? { ...credential.issuer, id: signer.did } : signer.did;
  const documentLoader = loader(suite);
  const signed = await vc.issue({
    credential: { ...credential, issuer }, suite: signer.suite, documentLoader, now: new Date(created),
  });
  if (suite !== 'ecdsa-sd-2023') return { credential: signed };
  return { credential: await vc.derive({ verifiableCredential: signed, suite: disclosing(), documentLoader }) };
}

async function verify({ suite, credential, now }) {
  const answer = await vc.verifyCredential({
    credential, suite: checking(suite), documentLoader: loader(suite), now: now ? new Date(now) : undefined,
  });
  if (!answer.verified) throw answer.error;
  return {};
}

await answer(job => {
  const work = { issue, verify, core: core.verify }[job.op];
  if (!work) throw new Error(`no such op: ${job.op}`);
  return work(job);
});
