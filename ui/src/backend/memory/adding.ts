import { textOf } from "../base64";
import type { AddView, GivenFile, InputView, MailView, RecipientAnswer } from "../bindings";
import { checksOf } from "./checks";
import { cardOf, wantedOf } from "./records";
import { MAIL_SEEDS, ME, SEEDS, type Seed } from "./seeds";
import type { Store } from "./store";

export const nothing = (name: string): InputView => ({
  name,
  mail: null,
  found: [],
  known: [],
  links: [],
  passed: [],
  failure: null,
  webMailPaste: false,
});

function wait(store: Store, seed: Seed, mail: MailView | null): "found" | "known" {
  if (store.kept.has(seed.id) || store.waiting.has(seed.id)) return "known";
  const checks = checksOf(seed);
  const recipient: RecipientAnswer = checks.some((check) => check.code === "recipient.match") ? "match" : "unknown";
  const item = {
    card: cardOf(seed),
    decision: "new" as const,
    mail,
    checks,
    recipient: recipient,
    wantedHosts: wantedOf(seed),
    perhapsSame: [...store.kept.values()]
      .map(({ card }) => card)
      .filter(({ name, issuer, issued }) => name === seed.name && issuer === seed.issuer && issued === seed.issued),
  };
  store.waiting.set(seed.id, { item, seed });
  return "found";
}

function take(store: Store, name: string, seeds: readonly Seed[], mail: MailView | null): InputView {
  const input = { ...nothing(name), mail };
  for (const seed of seeds) input[wait(store, seed, mail)].push(seed.id);
  return input;
}

const header = (text: string, name: string): string | undefined =>
  new RegExp(`^${name}:\\s*(.+)$`, "im").exec(text)?.[1]?.trim();

function ofMail(store: Store, name: string, text: string): InputView {
  const mail = {
    subject: header(text, "Subject") ?? name,
    from: header(text, "From") ?? "",
    date: "2026-03-20T14:05:00+01:00",
  };
  if (/newsletter/i.test(text))
    return { ...nothing(name), mail, passed: [{ path: "text/html", code: "intake.nothing", args: { name } }] };
  const link = /https:\/\/([^/\s"<>]+)\/[^\s"<>]*/.exec(text);
  if (link?.[1] !== undefined) {
    return {
      ...nothing(name),
      mail,
      links: [{ kind: "page", platform: null, host: link[1], url: link[0], opens: link[0], login: false }],
    };
  }
  return take(store, name, MAIL_SEEDS, mail);
}

function ofFile(store: Store, file: GivenFile): InputView {
  const text = textOf(file);
  const end = file.name.split(".").pop()?.toLowerCase();
  if (text.length === 0)
    return { ...nothing(file.name), failure: { code: "intake.empty", args: { name: file.name }, next: true } };
  if (file.name.includes("locked"))
    return { ...nothing(file.name), passed: [{ path: "", code: "passed.needs-password", args: {} }] };
  if (end === "eml" || /^(Received|From|Subject|MIME-Version):/im.test(text)) return ofMail(store, file.name, text);
  const seed = SEEDS.find((one) => file.name.toLowerCase().includes(one.picture));
  if (seed !== undefined) return take(store, file.name, [seed], null);
  return { ...nothing(file.name), passed: [{ path: file.name, code: "intake.nothing", args: { name: file.name } }] };
}

function done(store: Store, inputs: InputView[]): AddView {
  store.tell({ inbox: true });
  const offered =
    store.settings.addresses.includes(ME) || inputs.every((input) => input.mail === null || input.found.length === 0);
  return { inputs, addressOffer: offered ? null : ME };
}

export const addFiles = (store: Store, files: GivenFile[]): AddView =>
  done(
    store,
    files.map((file) => ofFile(store, file)),
  );

export const addSamples = (store: Store): AddView =>
  done(store, [
    take(store, "samples.eml", [...MAIL_SEEDS, ...SEEDS.slice(3, 7)], {
      subject: "Sample badges",
      from: "samples@badgefolio.example",
      date: null,
    }),
  ]);

/** One badge, as it lies behind a link. */
export const takeFork = (store: Store, name: string): AddView =>
  done(store, [
    take(
      store,
      name,
      SEEDS.filter(({ picture }) => picture === "fork"),
      null,
    ),
  ]);

/** An offer names its host inside. */
function ofOffer(store: Store, offer: string): AddView {
  const host = /https:\/\/([^/?#&]+)/.exec(decodeURIComponent(offer))?.[1] ?? "issuer.example";
  const link = { kind: "offer" as const, platform: null, host, url: offer, opens: offer, login: false };
  return done(store, [{ ...nothing(""), links: [link] }]);
}

export function addText(store: Store, text: string): AddView {
  if (/^(openid-credential-offer|dccrequest|org\.dcconsortium):/i.test(text)) return ofOffer(store, text);
  if (/^(Received|From|Subject|MIME-Version):/im.test(text)) return done(store, [ofMail(store, "", text)]);
  if (/^\s*[{[]/.test(text) || /^ey[\w-]+\./.test(text.trim()))
    return done(store, [take(store, "", [SEEDS[0] as Seed], null)]);
  const webMailPaste = text.length > 40;
  const link = /https:\/\/([^/\s"<>]+)\/[^\s"<>]*/.exec(text);
  const links =
    link?.[1] === undefined
      ? []
      : [{ kind: "page" as const, platform: null, host: link[1], url: link[0], opens: link[0], login: false }];
  return done(store, [
    {
      ...nothing(""),
      links,
      webMailPaste,
      passed: webMailPaste || links.length > 0 ? [] : [{ path: "", code: "intake.nothing", args: { name: "" } }],
    },
  ]);
}
