// @digitalbazaar/vc with the suites from which a holder leaves statements out: ecdsa-sd-2023 and bbs-2023.
//
// stdin:  {"jobs": [{"suite": "ecdsa-sd-2023" | "bbs-2023", "seed": hex, "credential": {…}, "created": RFC 3339,
//                    "mandatory": [JSON pointer…], "shown": [JSON pointer…]}]}
// stdout: {"answers": [{"ok": true, "base": {…}, "derived": {…}} | {"ok": false, "error": "…"}]}, in the order of the jobs.
import * as bbs2023 from '@digitalbazaar/bbs-2023-cryptosuite';
import * as bls12381 from '@digitalbazaar/bls12-381-multikey';
import * as ecdsaMultikey from '@digitalbazaar/ecdsa-multikey';
import * as ecdsaSd2023 from '@digitalbazaar/ecdsa-sd-2023-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { loader } from './offline.mjs';
import { answer } from './answers.mjs';

const SUITES = { 'ecdsa-sd-2023': ecdsaSd2023, 'bbs-2023': bbs2023 };

async function keyPair(suite, seed) {
  if (suite === 'ecdsa-sd-2023') return ecdsaMultikey.generate({ curve: 'P-256' });
  return bls12381.generateBbsKeyPair({ algorithm: 'BBS-BLS12-381-SHA-256', seed: new Uint8Array(Buffer.from(seed, 'hex')) });
}

async function work({ suite, seed, credential, created, mandatory, shown }) {
  const { createSignCryptosuite, createDiscloseCryptosuite } = SUITES[suite];
  const key = await keyPair(suite, seed);
  const did = `did:key:${key.publicKeyMultibase}`;
  key.controller = did;
  key.id = `${did}#${key.publicKeyMultibase}`;
  const documentLoader = loader(suite);
  const issuer = { ...credential.issuer, id: did };
  const signing = new DataIntegrityProof({
    signer: key.signer(), cryptosuite: createSignCryptosuite({ mandatoryPointers: mandatory }), date: created,
  });
  const base = await vc.issue({ credential: { ...credential, issuer }, suite: signing, documentLoader, now: new Date(created) });
  const disclosing = new DataIntegrityProof({ cryptosuite: createDiscloseCryptosuite({ selectivePointers: shown }) });
  return { base, derived: await vc.derive({ verifiableCredential: base, suite: disclosing, documentLoader }) };
}

await answer(work);
