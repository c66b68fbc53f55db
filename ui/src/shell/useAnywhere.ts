import { useEffect } from "react";
import { navigate } from "wouter/use-hash-location";
import { useCopied } from "../backend/copied";
import { useHandOver } from "./handOver";

const VIEWS = ["/backpack", "/inbox", "/stacks", "/portfolio", "/review", "/settings"];

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** Something lies over the page. A toast does not: it only tells. */
const inDialog = (): boolean => document.querySelector(".scrim, .drawer__scrim, .explain, .menu") !== null;

/** Escape leaves a page for the one it came from. */
function back(event: KeyboardEvent): void {
  if (event.key !== "Escape" || event.defaultPrevented || isField(event.target) || inDialog()) return;
  const crumb = document.querySelector<HTMLAnchorElement>("a.crumb")?.getAttribute("href");
  if (crumb) navigate(crumb.replace(/^#/, ""));
}

function toSearch(): void {
  const field = document.querySelector<HTMLInputElement>('input[type="search"]');
  if (field !== null) {
    field.focus();
    field.select();
  } else navigate("/backpack?find");
}

function onKey(event: KeyboardEvent, lock: () => void): void {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
  const view = VIEWS[Number(event.key) - 1];
  if (inDialog()) return;
  if (view !== undefined) navigate(view);
  else if (event.key === "f") toSearch();
  else if (event.key === "n") navigate("/add");
  else if (event.key === "l") lock();
  else return;
  event.preventDefault();
}

/** Keys that work in every view, and a badge that is pasted or dropped anywhere in the window. */
export function useAnywhere(lock: () => void): void {
  const handOver = useHandOver();
  const copied = useCopied();
  useEffect(() => {
    const keydown = (event: KeyboardEvent) => {
      onKey(event, lock);
      back(event);
    };
    const paste = (event: ClipboardEvent) => {
      if (isField(event.target) || inDialog() || event.defaultPrevented) return;
      const files = [...(event.clipboardData?.files ?? [])];
      const text = event.clipboardData?.getData("text/plain") ?? "";
      event.preventDefault();
      if (files.length === 0 && text.trim() === "") {
        // What is reviewed is not kept, and this would be.
        if (!window.location.hash.startsWith("#/review")) void copied().then((some) => some && navigate("/add"));
      } else handOver(files.length > 0 ? { files } : { text });
    };
    const over = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length === 0 || event.defaultPrevented) return;
      event.preventDefault();
      handOver({ files });
    };
    window.addEventListener("keydown", keydown);
    window.addEventListener("paste", paste);
    window.addEventListener("dragover", over);
    window.addEventListener("drop", drop);
    return () => {
      window.removeEventListener("keydown", keydown);
      window.removeEventListener("paste", paste);
      window.removeEventListener("dragover", over);
      window.removeEventListener("drop", drop);
    };
  }, [lock, handOver, copied]);
}
