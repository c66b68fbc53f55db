import type { BadgeView, PortfolioPreview, PortfolioRequest } from "../bindings";
import type { Store } from "./store";
import { pictureAddress } from "./pictures";

const safe = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

const STYLE =
  "body{margin:0;font:16px/1.55 system-ui,sans-serif;color:#1b1b19;background:#fff}header{background:#f6f6f3;padding:3rem 2rem}main{padding:1rem 2rem}h1{font-size:2.25rem;margin:0}article{display:grid;grid-template-columns:7rem 1fr;gap:0 2rem;padding:2rem 0;border-top:1px solid #e5e4df}img{width:7rem;height:7rem}h2{font-size:1.25rem;margin:0}p{margin:.25rem 0;color:#57564f}";

const article = ({ card, description }: BadgeView): string =>
  `<article><img alt="" src="${pictureAddress(card.picture ?? "")}"><div><h2>${safe(card.name)}</h2><p>${safe(card.issuer)}</p><p>${safe(description ?? "")}</p></div></article>`;

/** A page like the one the wallet makes: enough to look at. */
export function preview(store: Store, request: PortfolioRequest): PortfolioPreview {
  const badges = request.badges.map((id) => store.kept.get(id)).filter((badge) => badge !== undefined);
  const head = `<header><h1>${safe(request.name || request.title)}</h1><p>${safe(request.text)}</p></header>`;
  const html = `<!doctype html><html lang="${request.language}"><head><meta charset="utf-8"><title>${safe(request.title)}</title><style>${STYLE}</style></head><body>${head}<main>${badges.map(article).join("")}</main></body></html>`;
  const unsure = badges.filter((badge) => badge.card.mark === "inconclusive").length;
  const warnings = unsure === 0 ? [] : [{ code: "portfolio.unchecked", args: { count: String(unsure) } }];
  return { html, bytes: html.length, warnings };
}
