// @vitest-environment jsdom
import { cleanup, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { checksOf } from "../backend/memory/checks";
import { SEEDS } from "../backend/memory/seeds";
import { show } from "../test/show";
import { Checks } from "./Checks";

afterEach(cleanup);

const open = () => screen.getAllByRole("button", { expanded: true }).map((button) => button.textContent);

it("opens only the lines that are not good", () => {
  const seed = SEEDS.find((one) => one.mark === "not-genuine");
  if (seed === undefined) throw new Error("no such seed");
  show(<Checks checks={checksOf(seed)} />);
  expect(open()).toHaveLength(2);
  expect(open()[0]).toContain("Not good");
});

it("says every outcome as a word, not by colour alone", () => {
  const seed = SEEDS[0];
  if (seed === undefined) throw new Error("no seeds");
  const checks = checksOf(seed);
  show(<Checks checks={checks} />);
  const lines = screen.getAllByRole("button", { expanded: false });
  expect(lines).toHaveLength(checks.length);
  for (const line of lines) expect(line.textContent).toMatch(/Good|Does not apply/);
});
