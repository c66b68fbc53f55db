import type { BadgeCard, BadgeView, EvidenceView, MailView } from "../bindings";
import { CHECKED_AT, checksOf } from "./checks";
import type { Seed } from "./seeds";

export const cardOf = (seed: Seed): BadgeCard => ({
  id: seed.id,
  name: seed.name,
  issuer: seed.issuer,
  mark: seed.mark,
  issued: seed.issued,
  validUntil: seed.validUntil,
  minutes: seed.minutes,
  picture: seed.picture,
  copies: 1,
});

const rawOf = (seed: Seed): string =>
  JSON.stringify(
    {
      "@context": [
        "https://www.w3.org/ns/credentials/v2",
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
      ],
      type: ["VerifiableCredential", "OpenBadgeCredential"],
      name: seed.name,
      issuer: { id: `did:web:${seed.host}`, type: "Profile", name: seed.issuer },
      validFrom: seed.issued,
      credentialSubject: { type: "AchievementSubject", achievement: { type: "Achievement", name: seed.name } },
    },
    null,
    2,
  );

export const wantedOf = (seed: Seed): string[] => (seed.mark === "inconclusive" ? [seed.host] : []);

/** All that a badge's own page shows, made up from its seed. */
export function recordOf(seed: Seed, mail: MailView | null): BadgeView {
  return {
    card: cardOf(seed),
    description: seed.description,
    criteria: seed.criteria,
    criteriaUrl: null,
    issuer: {
      id: `did:web:${seed.host}`,
      name: seed.issuer,
      url: `https://${seed.host}`,
      vouchedBy: seed.mark === "verified" ? seed.host : null,
      marked: false,
    },
    recipientName: null,
    level: seed.level ?? null,
    language: seed.language ?? null,
    tags: [],
    competencies: (seed.competencies ?? []).map(([name, minutes, kind]) => ({ name, minutes, uri: null, kind })),
    issuerEvidence:
      seed.evidence === undefined ? [] : [{ name: seed.evidence, url: `https://${seed.host}/report`, narrative: null }],
    alignments: [],
    checkedAt: CHECKED_AT,
    checks: checksOf(seed),
    wantedHosts: wantedOf(seed),
    evidence: [] as EvidenceView[],
    stacks: [],
    copies: [
      {
        digest: "5f2c9b1e7d4a60838b1c5d2e9f4a7b6c",
        format: "Open Badges 3.0",
        securing: "eddsa-rdfc-2022",
        container: mail === null ? "json" : "baked-png",
        leading: true,
        raw: rawOf(seed),
        mark: seed.mark,
      },
    ],
    sources: [
      {
        kind: mail === null ? "file" : "mail",
        name: mail === null ? `${seed.picture}.json` : "badges.eml",
        mail,
        at: "2026-03-20T14:05:00Z",
      },
    ],
    reports: [{ at: CHECKED_AT, mark: seed.mark }],
    perhapsSame: [],
  };
}
