import { expect, it } from "vitest";
import { providerOf } from "./providers";

it("knows where the mailboxes of large providers are", () => {
  expect(providerOf("Amina@GMX.de ")?.host).toBe("imap.gmx.net");
  expect(providerOf("amina@gmail.com")).toEqual({ host: "imap.gmail.com", secret: "app-password" });
});

it("guesses nothing of others", () => {
  expect(providerOf("amina@gmail.com.example")).toBeNull();
  expect(providerOf("amina")).toBeNull();
  expect(providerOf("")).toBeNull();
});
