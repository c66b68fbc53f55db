// @vitest-environment jsdom
import { cleanup, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it } from "vitest";
import type { Backend } from "../backend/backend";
import { memoryBackend, situationOf } from "../backend/memory";
import { SEEDS } from "../backend/memory/seeds";
import { useChanges, useSettings } from "../backend/queries";
import { show } from "../test/show";
import { Trust } from "./Trust";

afterEach(cleanup);

function Page() {
  useChanges();
  const { data } = useSettings();
  return data === undefined ? null : <Trust settings={data} />;
}

async function page(prepare: (backend: Backend) => Promise<unknown> = () => Promise.resolve()) {
  const backend = memoryBackend(situationOf("?start=full"));
  await prepare(backend);
  show(<Page />, backend);
  await screen.findByText("Certificate authorities");
  return backend;
}

const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole("button", { name }));

it("adds a list of certificate authorities from a file, and takes it away", async () => {
  const backend = await page();
  expect(screen.getByText(/No list yet/u)).toBeTruthy();
  await press("Choose a list");
  await screen.findByText("DE: Trusted list");
  expect(screen.getByText(/12.* authorities/u)).toBeTruthy();
  await press(/^Take .*DE: Trusted list.* away$/u);
  await waitFor(async () => expect((await backend.settings()).trustLists).toHaveLength(0));
});

// Names in sentences stand between marks that keep their direction apart.
const FETCH = /^Fetch .*Register of Lindenau/u;
const AWAY = /^Take .*Register of Lindenau.* away$/u;

it("lets the person choose which registers of a list of registers count", async () => {
  const backend = await page();
  await press("Choose a file");
  expect((await backend.settings()).registries).toHaveLength(0);
  await press(FETCH);
  await screen.findByRole("button", { name: AWAY });
  expect(screen.queryByRole("button", { name: FETCH })).toBeNull();
  await press(AWAY);
  await waitFor(async () => expect((await backend.settings()).registries).toHaveLength(0));
});

it("fetches a register only from a protected address", async () => {
  const backend = await page();
  const field = screen.getByLabelText("Address of a register");
  await userEvent.type(field, "http://uni.example/registry.json");
  await press("Fetch");
  expect(screen.getByText(/begins with https/u)).toBeTruthy();
  await userEvent.clear(field);
  await userEvent.type(field, "https://uni.example/registry.json");
  await press("Fetch");
  await screen.findByText("uni.example");
  expect((await backend.settings()).registries).toHaveLength(1);
});

it("shows the issuers who are marked as known, and takes a mark back", async () => {
  const seed = SEEDS.find((one) => one.mark === "signed-unknown");
  if (seed === undefined) throw new Error("no such seed");
  const backend = await page((prepared) => prepared.markIssuer(seed.id));
  await press(/^Do not count .* as known any more$/u);
  await waitFor(async () => expect((await backend.settings()).knownIssuers).toHaveLength(0));
});
