// didwebvh-ts makes logs of did:webvh, one for each job, under Ed25519 keys of seeds.
//
// stdin:  {"jobs": [{"address": "uni.example", "issuing": [seed, seed…], "announced": bool, "deactivate": bool}]}
//           Seeds are 32 bytes in hex. The first of `issuing` signs badges in the first version, the next in the next one …
// stdout: {"answers": [{"ok": true, "did": "did:webvh:…", "log": "text of did.jsonl"} | {"ok": false, "error": "…"}]}
import { AbstractCrypto, createDID, deactivateDID, prepareDataForSigning, updateDID } from 'didwebvh-ts';
import { createHash, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import { encode } from 'base58-universal';
import { answer } from './answers.mjs';

const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');

const multibase = bytes => `z${encode(bytes)}`;

function pair(seed) {
  const key = createPrivateKey({ key: Buffer.concat([PKCS8, Buffer.from(seed, 'hex')]), format: 'der', type: 'pkcs8' });
  const raw = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(SPKI.length);
  return { key, multikey: multibase(Buffer.concat([Buffer.from([0xed, 0x01]), raw])) };
}

class Signer extends AbstractCrypto {
  constructor({ key, multikey }) {
    super({ verificationMethod: { type: 'Multikey', publicKeyMultibase: multikey }, useStaticId: true });
    this.key = key;
    this.id = `did:key:${multikey}#${multikey}`;
  }

  async sign({ document, proof }) {
    return { proofValue: multibase(sign(null, await prepareDataForSigning(document, proof), this.key)) };
  }

  async verify(signature, message, key) {
    const spki = createPublicKey({ key: Buffer.concat([SPKI, key]), format: 'der', type: 'spki' });
    return verify(null, message, spki, signature);
  }

  getVerificationMethodId() {
    return this.id;
  }
}

/** The hash by which a key is announced: base58btc of the multihash of the multikey's text. */
const announced = multikey => encode(Buffer.concat([
  Buffer.from([0x12, 0x20]), createHash('sha256').update(multikey).digest(),
]));

const methods = seed => [{ type: 'Multikey', publicKeyMultibase: pair(seed).multikey, purpose: 'assertionMethod' }];

/** The key that signs the log's entry of this number. */
const updating = number => pair(number.toString(16).padStart(64, '0'));

async function work({ address, issuing, announced: rotate, deactivate }) {
  const next = number => (rotate ? { nextKeyHashes: [announced(updating(number + 1).multikey)] } : {});
  let signer = new Signer(updating(1));
  let made = await createDID({
    domain: address, signer, verifier: signer, updateKeys: [updating(1).multikey], ...next(1),
    verificationMethods: methods(issuing[0]), created: '2025-01-01T00:00:00Z',
  });
  for (const [index, seed] of issuing.slice(1).entries()) {
    const number = index + 2;
    signer = rotate ? new Signer(updating(number)) : signer;
    made = await updateDID({
      log: made.log, signer, verifier: signer, updateKeys: [updating(rotate ? number : 1).multikey], ...next(number),
      verificationMethods: methods(seed), updated: `2025-0${number}-01T00:00:00Z`,
    });
  }
  if (deactivate) made = await deactivateDID({ log: made.log, signer, verifier: signer });
  return { did: made.did, log: made.log.map(entry => JSON.stringify(entry)).join('\n'), doc: made.doc };
}

await answer(work);
