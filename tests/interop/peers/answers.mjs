// What every peer does: jobs come in on standard input, answers go out, and what goes wrong is an answer, too.

/** One line for an error that may hold others. */
function said(error) {
  const inner = (error?.errors ?? []).map(said).join('; ');
  return [error?.message ?? String(error), inner].filter(Boolean).join(': ');
}

/** Answers all jobs; `work` does one. */
export async function answer(work) {
  let input = '';
  for await (const part of process.stdin) input += part;
  const answers = [];
  for (const job of JSON.parse(input).jobs) {
    try {
      answers.push({ ok: true, ...await work(job) });
    } catch (error) {
      answers.push({ ok: false, error: said(error) });
    }
  }
  process.stdout.write(JSON.stringify({ answers }));
}
