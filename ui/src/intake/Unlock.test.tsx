// @vitest-environment jsdom
import { cleanup, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeAll, expect, it, vi } from "vitest";
import { memoryBackend, situationOf } from "../backend/memory";
import { show } from "../test/show";
import { InputFound } from "./InputFound";

// What an open dialog asks for, and jsdom has not.
beforeAll(() => vi.stubGlobal("CSS", { escape: (text: string) => text }));
afterEach(cleanup);

it("asks for the password of a locked export, says when it is wrong, and opens it", async () => {
  const backend = memoryBackend(situationOf("?start=empty"));
  const [input] = (await backend.addFiles([{ name: "locked.json", base64: btoa("{}") }])).inputs;
  if (input === undefined) throw new Error("nothing came");
  show(<InputFound input={input} />, backend);
  await userEvent.click(screen.getByRole("button", { name: "Type the password" }));
  const field = await screen.findByLabelText("Password of the export");
  expect(field.getAttribute("type")).toBe("password");
  await userEvent.type(field, "open");
  await userEvent.click(screen.getByRole("button", { name: "Open it" }));
  await screen.findByText(/This password does not open it/u);
  await userEvent.clear(field);
  await userEvent.type(field, "open sesame");
  await userEvent.click(screen.getByRole("button", { name: "Open it" }));
  await screen.findByText(/waiting in your Inbox/u);
  expect(screen.queryByRole("dialog")).toBeNull();
});
