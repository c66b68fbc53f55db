import type { Mark } from "../bindings";

/** A made-up badge, shortly: the store makes the whole record of it. */
export type Seed = {
  id: string;
  picture: string;
  name: string;
  issuer: string;
  host: string;
  mark: Mark;
  issued: string;
  validUntil: string | null;
  minutes: number | null;
  description: string;
  criteria: string | null;
  level?: string;
  language?: string;
  competencies?: [name: string, minutes: number, kind: string][];
  evidence?: string;
};

export const ME = "amina.haddad@mail.example";

const ai: Seed = {
  id: "aibasics2clubs34",
  picture: "ai",
  name: "AI Basics for Clubs",
  issuer: "Lindenau Learning Workshop",
  host: "lindenau-learning.example",
  mark: "verified",
  issued: "2026-03-14T10:02:00+01:00",
  validUntil: null,
  minutes: 480,
  description:
    "You know what artificial intelligence can and cannot do, you can use a chat assistant for the daily work of a club, and you know what must never be typed into it.",
  criteria:
    "Two evening courses and one task of your own: plan an event with an assistant and tell what you had to correct.",
  level: "Beginner (1 of 3)",
  language: "en",
  competencies: [
    ["Use digital tools", 300, "Working with computers"],
    ["Judge information", 120, "Working with computers"],
    ["Protect personal data", 60, "Health and safety"],
  ],
  evidence: "Course report",
};

const lang: Seed = {
  id: "germanb1speaking",
  picture: "lang",
  name: "German B1: Speaking",
  issuer: "Brückenhaus Languages",
  host: "brueckenhaus.example",
  mark: "inconclusive",
  issued: "2026-01-19T09:00:00+01:00",
  validUntil: null,
  minutes: 3600,
  description:
    "You can hold a conversation in German about work, family and everyday matters, and explain your opinion.",
  criteria: "60 hours of lessons and a conversation of 15 minutes with two examiners.",
  level: "B1",
  language: "de",
  competencies: [["Understand and speak German", 3600, "Languages"]],
  evidence: "Course report",
};

const gold: Seed = {
  id: "projmanagerexprt",
  picture: "gold",
  name: "Project Manager Expert",
  issuer: "Global Skill Board",
  host: "globalskill.example",
  mark: "not-genuine",
  issued: "2024-09-02T00:00:00Z",
  validUntil: null,
  minutes: null,
  description: "You plan and lead large projects and answer for budget and people.",
  criteria: null,
  language: "en",
};

/** What a mail with badges brings: one good, one that was changed, one that cannot be decided without asking. */
export const MAIL_SEEDS: readonly Seed[] = [ai, gold, lang];

export const SEEDS: readonly Seed[] = [
  ai,
  {
    id: "spreadsheetesstl",
    picture: "sheet",
    name: "Spreadsheet Essentials",
    issuer: "Open Campus Nordhaven",
    host: "nordhaven.example",
    mark: "verified",
    issued: "2026-02-02T12:00:00+01:00",
    validUntil: null,
    minutes: 1200,
    description: "You keep lists and stock tables, use formulas and filters, and make a simple chart.",
    criteria: "Five afternoons and a table of your own.",
    language: "en",
    competencies: [["Keep tables", 1200, "Working with computers"]],
  },
  lang,
  {
    id: "forkliftclassone",
    picture: "fork",
    name: "Forklift Driver, Class 1",
    issuer: "Kranich Logistics Academy",
    host: "kranich-logistics.example",
    mark: "verified",
    issued: "2025-10-06T08:00:00+02:00",
    validUntil: "2028-10-06T08:00:00+02:00",
    minutes: 1440,
    description:
      "You drive counterbalance forklifts up to 3.5 tonnes safely, load and stack goods, and check the truck before every shift.",
    criteria: "Three days of theory, ten hours of driving, a written and a practical test.",
    language: "en",
    competencies: [
      ["Drive forklifts", 1200, "Transport and storage"],
      ["Safety at work", 240, "Health and safety"],
    ],
  },
  {
    id: "foodhygienelvtwo",
    picture: "food",
    name: "Food Hygiene, Level 2",
    issuer: "Northgate Kitchen School",
    host: "northgate-kitchen.example",
    mark: "verified",
    issued: "2025-09-11T10:00:00+01:00",
    validUntil: "2028-09-11T10:00:00+01:00",
    minutes: 540,
    description: "You store, cook and serve food so that nobody falls ill.",
    criteria: "One day in a teaching kitchen and a test.",
    level: "2",
    language: "en",
  },
  {
    id: "youthcampleader2",
    picture: "camp",
    name: "Youth Camp Team Lead",
    issuer: "Waldkante Youth Network",
    host: "waldkante.example",
    mark: "verified",
    issued: "2025-06-24T18:00:00+02:00",
    validUntil: null,
    minutes: 2400,
    description: "You led a team of six helpers for two weeks, planned days and shifts, and looked after 40 children.",
    criteria: "Two weeks of leading, and a talk about it afterwards.",
    language: "en",
    evidence: "Letter of the camp leader",
  },
  {
    id: "firstaidrefreshr",
    picture: "aid",
    name: "First Aid Refresher",
    issuer: "Red Lantern Rescue",
    host: "red-lantern.example",
    mark: "expired",
    issued: "2024-09-30T09:00:00+02:00",
    validUntil: "2026-09-30T09:00:00+02:00",
    minutes: 540,
    description: "You know what to do in the first ten minutes.",
    criteria: "One day of practice.",
    language: "en",
  },
  gold,
  {
    id: "woodworkshopsafe",
    picture: "wood",
    name: "Wood Workshop: Safe Machines",
    issuer: "Harbour Makerspace",
    host: "harbour-maker.example",
    mark: "signed-unknown",
    issued: "2024-07-03T10:00:00+02:00",
    validUntil: null,
    minutes: 720,
    description: "You use the saw, the drill and the sander without hurting yourself.",
    criteria: "Three evenings at the machines.",
    language: "en",
  },
  {
    id: "bicyclementor222",
    picture: "bike",
    name: "Bicycle Repair Mentor",
    issuer: "Radwerk Eastside",
    host: "radwerk.example",
    mark: "verified",
    issued: "2024-04-08T10:00:00+02:00",
    validUntil: null,
    minutes: 1080,
    description: "You show others how to mend a bicycle.",
    criteria: "Ten Saturdays in the workshop.",
    language: "en",
  },
  {
    id: "dataprivacywork2",
    picture: "priv",
    name: "Data Privacy at Work",
    issuer: "Civic Digital Forum",
    host: "civic-digital.example",
    mark: "revoked",
    issued: "2024-03-20T10:00:00+01:00",
    validUntil: null,
    minutes: 240,
    description: "You know what may be told about others and what may not.",
    criteria: "An online course of four hours.",
    language: "en",
  },
  {
    id: "beekeepstarter22",
    picture: "bee",
    name: "Beekeeping Starter",
    issuer: "Tallow Lane Gardens",
    host: "tallow-lane.example",
    mark: "verified",
    issued: "2024-02-15T10:00:00Z",
    validUntil: null,
    minutes: 960,
    description: "You can look after two hives through one year.",
    criteria: "A year with the bees.",
    language: "en",
  },
];

/** As many badges as a test of long lists wants. */
export const manySeeds = (count: number): Seed[] =>
  Array.from({ length: count }, (_, at) => {
    const like = SEEDS[at % SEEDS.length] as Seed;
    return { ...like, id: `many${at}`, name: `${like.name} ${at + 1}` };
  });
