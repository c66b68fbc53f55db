// Starts the issuers behind https and lets the command line claim from them.
//
// stdin:  {"program": "…/badgefolio", "arguments": […], "environment": {…}, "folder": DIR, "key": PEM, "certificate": PEM,
//          "jobs": [{"issuer": "one" | "thirteen" | "exchange", "offer": {…}, "runs": [{"pin": "right" | "wrong", "allow": [HOST], "arguments": [], "browser"}]}]}
//         Every run of a job is given the same offer.
// stdout: {"answers": [{"ok": true, "runs": [{"code", "lines": [JSON], "said", "asked": ["GET host/path"], "read": "what the browser showed"}]}]}
//
// It has the machine for itself: the names of the issuers lead to it, and port 443 is free.
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { request as plain } from 'node:http';
import { createServer } from 'node:https';
import { join } from 'node:path';
import * as exchange from './exchange.mjs';
import * as one from './one.mjs';
import * as thirteen from './thirteen.mjs';

// What a library says of itself is no answer.
console.log = console.info = console.debug = () => {};
let input = '';
for await (const part of process.stdin) input += part;
const { program, arguments: always, environment, folder, key, certificate, jobs } = JSON.parse(input);
const issuers = { one, thirteen, exchange };
let asked = [];

const server = createServer({ key, cert: certificate }, async (request, response) => {
  const host = request.headers.host;
  asked.push(`${request.method} ${host}${new URL(request.url, 'https://x').pathname}`);
  const body = [];
  for await (const part of request) body.push(part);
  const bytes = Buffer.concat(body);
  if (host === 'thirteen.example') {
    const { method, headers, url } = request;
    const inner = plain({ host: '127.0.0.1', port: thirteen.PORT, method, path: url, headers }, answer => {
      response.writeHead(answer.statusCode, answer.headers);
      answer.pipe(response);
    });
    inner.end(bytes);
    return;
  }
  const issuer = { 'one.example': one, 'exchange.example': exchange }[host];
  try {
    const { status, value, location, html } = issuer ? await issuer.answer(request, bytes.toString()) : { status: 404, value: {} };
    response.writeHead(status, {
      'content-type': html ? 'text/html' : 'application/json', ...location && { location }, 'cache-control': 'no-store',
    });
    response.end(html ?? (value === undefined ? '' : JSON.stringify(value)));
  } catch (error) {
    response.writeHead(500).end(JSON.stringify({ error: 'server_error', error_description: String(error) }));
  }
});
await new Promise(resolve => server.listen(443, '0.0.0.0', resolve));
thirteen.start();

/** The person's browser: goes where it is sent. */
async function browse(address) {
  const page = await fetch(address, { redirect: 'follow' });
  return page.text();
}

function run({ offer, pin: right }, { pin, allow = [], arguments: more = [], browser = false }, number) {
  const named = allow.flatMap(host => ['--allow', host]);
  if (pin !== undefined) {
    const file = join(folder, `pin-${number}`);
    const wrong = String((Number(right) + 1) % 10000).padStart(4, '0');
    writeFileSync(file, `${pin === 'right' ? right : wrong}\n`);
    named.push('--pin-file', file);
  }
  asked = [];
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...always, 'claim', '--json', '-', ...named, ...more], { env: environment, cwd: folder });
    let out = '';
    let said = '';
    let read;
    child.stdout.on('data', part => { out += part; });
    child.stderr.on('data', part => {
      said += part;
      const address = /https:\/\/\S+/.exec(said);
      if (browser && address && !read) read = browse(address[0]).catch(error => `browser: ${error} ${error.cause}`);
    });
    child.on('error', reject);
    child.on('close', async code => {
      const lines = out.split('\n').filter(Boolean).map(line => JSON.parse(line));
      resolve({ code, lines, said, asked, read: await read });
    });
    child.stdin.end(offer);
  });
}

const answers = [];
let number = 0;
for (const job of jobs) {
  try {
    const made = await issuers[job.issuer].offer(job.offer);
    const runs = [];
    for (const one of job.runs) runs.push(await run(made, one, number++));
    answers.push({ ok: true, runs });
  } catch (error) {
    answers.push({ ok: false, error: `${error.stack}` });
  }
}
process.stdout.write(JSON.stringify({ answers }), () => process.exit(0));
