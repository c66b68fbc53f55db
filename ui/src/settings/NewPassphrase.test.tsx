// @vitest-environment jsdom
import { cleanup, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it, vi } from "vitest";
import { show } from "../test/show";
import { NewPassphrase } from "./NewPassphrase";

afterEach(cleanup);

async function type(first: string, second: string) {
  const chosen = vi.fn();
  show(<NewPassphrase onChosen={chosen} buttons={<button type="submit">Go</button>} />);
  const user = userEvent.setup();
  await user.type(screen.getByLabelText("Choose a passphrase"), first);
  await user.type(screen.getByLabelText("The same passphrase again"), second);
  await user.click(screen.getByText("Go"));
  return chosen;
}

it("takes a passphrase that is typed twice alike", async () => {
  expect(await type("river bread seven lanterns", "river bread seven lanterns")).toHaveBeenCalledWith(
    "river bread seven lanterns",
  );
});

it("names the mistake where the two differ, and takes nothing", async () => {
  expect(await type("river bread seven lanterns", "river bread seven lan")).not.toHaveBeenCalled();
  expect(screen.getByText("The two are not the same. Type it once more.")).toBeTruthy();
});

it("says that a short one is too short", async () => {
  expect(await type("lanterns", "lanterns")).not.toHaveBeenCalled();
});
