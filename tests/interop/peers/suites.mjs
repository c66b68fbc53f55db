// The suites of @digitalbazaar/vc by their names: how each signs with a key, and how it checks.
import * as ecdsaMultikey from '@digitalbazaar/ecdsa-multikey';
import * as ecdsaSd2023 from '@digitalbazaar/ecdsa-sd-2023-cryptosuite';
import * as ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import { createPrivateKey } from 'node:crypto';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { createSignCryptosuite as ecdsaJcsSign, createVerifyCryptosuite as ecdsaJcsVerify }
  from '@digitalbazaar/ecdsa-jcs-2019-cryptosuite';
import { createSignCryptosuite as eddsaJcsSign, createVerifyCryptosuite as eddsaJcsVerify }
  from '@digitalbazaar/eddsa-jcs-2022-cryptosuite';
import { cryptosuite as ecdsaRdfc2019 } from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite';
import { cryptosuite as eddsaRdfc2022 } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { Ed25519Signature2018 } from '@digitalbazaar/ed25519-signature-2018';
import { Ed25519Signature2020 } from '@digitalbazaar/ed25519-signature-2020';
import { Ed25519VerificationKey2018 } from '@digitalbazaar/ed25519-verification-key-2018';
import { Ed25519VerificationKey2020 } from '@digitalbazaar/ed25519-verification-key-2020';
import { keyDocument } from './offline.mjs';

/** What a badge shows whatever is left out, and what this holder shows beside it (RFC 6901). */
const MANDATORY = ['/issuer', '/validFrom'];
const SHOWN = ['/credentialSubject', '/name', '/id'];

const INTEGRITY = {
  'eddsa-rdfc-2022': { sign: () => eddsaRdfc2022, verify: () => eddsaRdfc2022 },
  'ecdsa-rdfc-2019': { sign: () => ecdsaRdfc2019, verify: () => ecdsaRdfc2019 },
  'eddsa-jcs-2022': { sign: eddsaJcsSign, verify: eddsaJcsVerify },
  'ecdsa-jcs-2019': { sign: ecdsaJcsSign, verify: ecdsaJcsVerify },
  'ecdsa-sd-2023': {
    sign: () => ecdsaSd2023.createSignCryptosuite({ mandatoryPointers: MANDATORY }),
    verify: ecdsaSd2023.createVerifyCryptosuite,
  },
};

/** A suite that checks. */
export function checking(suite) {
  if (suite === 'Ed25519Signature2018') return new Ed25519Signature2018();
  if (suite === 'Ed25519Signature2020') return new Ed25519Signature2020();
  if (!INTEGRITY[suite]) throw new Error(`no such suite: ${suite}`);
  return new DataIntegrityProof({ cryptosuite: INTEGRITY[suite].verify() });
}

/** A suite that leaves statements out of what was signed with `ecdsa-sd-2023`. */
export function disclosing() {
  return new DataIntegrityProof({ cryptosuite: ecdsaSd2023.createDiscloseCryptosuite({ selectivePointers: SHOWN }) });
}

/** A suite that signs, and the did:key of its key, from a seed (Ed25519, hex) or a private key (P-256, P-384, PEM). */
export async function signing(suite, { seed, key: pem }, date) {
  const key = pem === undefined ? await ofSeed(suite, new Uint8Array(Buffer.from(seed, 'hex'))) : await ofPem(pem);
  const multibase = key.publicKeyMultibase ?? key.fingerprint();
  const did = `did:key:${multibase}`;
  key.controller = did;
  key.id = keyDocument(did, suite).id;
  if (suite === 'Ed25519Signature2018') return { did, suite: new Ed25519Signature2018({ key, date }) };
  if (suite === 'Ed25519Signature2020') return { did, suite: new Ed25519Signature2020({ key, date }) };
  return { did, suite: new DataIntegrityProof({ signer: key.signer(), cryptosuite: INTEGRITY[suite].sign(), date }) };
}

async function ofSeed(suite, seed) {
  if (suite === 'Ed25519Signature2018') return Ed25519VerificationKey2018.generate({ seed });
  if (suite === 'Ed25519Signature2020') return Ed25519VerificationKey2020.generate({ seed });
  return ed25519Multikey.generate({ seed });
}

async function ofPem(pem) {
  return ecdsaMultikey.fromJwk({ jwk: createPrivateKey(pem).export({ format: 'jwk' }), secretKey: true });
}
