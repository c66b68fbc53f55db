// The oracle of canonical bytes: npm jsonld and rdf-canonize, called as the cryptosuites of Digital Bazaar call them.
//
// stdin, JSON lines: first {"contexts": {address: document}}, then one job a line:
//   {"document": "text of a JSON-LD document", "direction": "i18n-datatype" | null}   as eddsa-rdfc-2022 | Ed25519Signature2020
//   {"nquads": "text", "hash": "sha256" | "sha384", "work": 3}                         a dataset
// stdout, JSON lines, one for each job in its order: {"canonical": "…"} or {"error": "…"}
import * as rdfCanonize from 'rdf-canonize';
import jsonld from 'jsonld';

let contexts = {};

async function documentLoader(address) {
  if (!Object.hasOwn(contexts, address)) throw new Error(`not fetched: ${address}`);
  return { contextUrl: null, documentUrl: address, document: contexts[address] };
}

async function canonical(job) {
  if (job.nquads !== undefined) {
    return rdfCanonize.canonize(job.nquads, {
      algorithm: 'RDFC-1.0', inputFormat: 'application/n-quads', messageDigestAlgorithm: job.hash, maxWorkFactor: job.work,
    });
  }
  const options = { documentLoader, base: null, safe: true, produceGeneralizedRdf: false };
  if (job.direction !== null) options.rdfDirection = job.direction;
  const dataset = await jsonld.toRDF(JSON.parse(job.document), options);
  return rdfCanonize.canonize(dataset, { algorithm: 'RDFC-1.0', maxWorkFactor: job.work ?? 1 });
}

async function answer(line) {
  const job = JSON.parse(line);
  if (job.contexts) {
    ({ contexts } = job);
    return;
  }
  let said;
  try {
    said = { canonical: await canonical(job) };
  } catch (error) {
    said = { error: String(error?.details?.event?.code ?? error?.details?.code ?? error?.message ?? error) };
  }
  process.stdout.write(`${JSON.stringify(said)}\n`);
}

// Not readline: that takes U+2028, which JSON holds as it is, for the end of a line.
let rest = '';
process.stdin.setEncoding('utf8');
for await (const part of process.stdin) {
  const lines = (rest + part).split('\n');
  rest = lines.pop();
  for (const line of lines) await answer(line);
}
