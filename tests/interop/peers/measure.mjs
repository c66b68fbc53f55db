// Measures the JavaScript peers for `make bench-peers`: one thread, warm, nothing fetched.
//
// stdin, JSON lines; stdout, one JSON line for each:
//   {"load": name, "texts": [...], "suite": …, "documents": {address: JSON}} -> {"loaded": number}
//   {"turn": name, "peer": "vc" | "verifier-core"}                          -> {"seconds": s, "good": number}
// A turn parses and verifies each text once; with a `credentialStatus` the list is looked up and verified each time.
import * as core from './verifier-core.mjs';
import * as vc from '@digitalbazaar/vc';
import { checkStatus } from '@digitalbazaar/vc-bitstring-status-list';
import { checking } from './suites.mjs';
import { loader } from './offline.mjs';

const loaded = new Map();

async function withVc({ suite, documents }, text) {
  const credential = JSON.parse(text);
  const used = checking(suite);
  const documentLoader = loader(suite, documents);
  // What it says of a status is a statement; whether the bit is set is for the caller to look at.
  const status = async options => {
    const answer = await checkStatus({ ...options, suite: used, documentLoader });
    return { ...answer, verified: answer.verified && answer.results.every(({ status }) => status === false) };
  };
  const answer = await vc.verifyCredential({
    credential, suite: used, documentLoader, ...(credential.credentialStatus ? { checkStatus: status } : {}),
  });
  return answer.verified;
}

async function withCore(_, text) {
  await core.verify({ credential: JSON.parse(text) });
  return true;
}

const PEERS = { vc: withVc, 'verifier-core': withCore };

async function answer(job) {
  if (job.load !== undefined) {
    loaded.set(job.load, job);
    core.give(job.documents ?? {});
    return { loaded: job.texts.length };
  }
  const files = loaded.get(job.turn);
  let good = 0;
  let error;
  const began = process.hrtime.bigint();
  for (const text of files.texts) {
    try {
      if (await PEERS[job.peer](files, text)) good += 1;
    } catch (caught) {
      error = String(caught.message);
    }
  }
  return { seconds: Number(process.hrtime.bigint() - began) / 1e9, good, error };
}

// Not readline: that takes U+2028, which JSON holds as it is, for the end of a line.
let rest = '';
process.stdin.setEncoding('utf8');
for await (const part of process.stdin) {
  const lines = (rest + part).split('\n');
  rest = lines.pop();
  for (const line of lines) process.stdout.write(`${JSON.stringify(await answer(JSON.parse(line)))}\n`);
}
