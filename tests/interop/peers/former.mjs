// @digitalcredentials/vc with Ed25519Signature2020, which comes with rdf-canonize 3.4.0: canonical statements as they were
// written before RDFC-1.0.
//
// stdin:  {"jobs": [{"seed": hex, "credential": {…}, "created": RFC 3339}]}; the issuer becomes the did:key
// stdout: {"answers": [{"ok": true, "credential": {…}} | {"ok": false, "error": "…"}]}
import * as vc from '@digitalcredentials/vc';
import { Ed25519Signature2020 } from '@digitalcredentials/ed25519-signature-2020';
import { Ed25519VerificationKey2020 } from '@digitalcredentials/ed25519-verification-key-2020';
import { loader } from './offline.mjs';
import { answer } from './answers.mjs';

const SUITE = 'Ed25519Signature2020';

async function work({ seed, credential, created }) {
  const key = await Ed25519VerificationKey2020.generate({ seed: new Uint8Array(Buffer.from(seed, 'hex')) });
  const did = `did:key:${key.fingerprint()}`;
  key.controller = did;
  key.id = `${did}#${key.fingerprint()}`;
  const suite = new Ed25519Signature2020({ key, date: created });
  const issuer = { ...credential.issuer, id: did };
  return { credential: await vc.issue({ credential: { ...credential, issuer }, suite, documentLoader: loader(SUITE) }) };
}

await answer(work);
