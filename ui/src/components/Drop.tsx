import type { ReactNode } from "react";
import { DropZone, type FileDropItem } from "react-aria-components";

type DropProps = {
  label: string;
  onFiles: (files: File[]) => void;
  onText: (text: string) => void;
  children: ReactNode;
  snug?: boolean;
};

const isFile = (item: { kind: string }): item is FileDropItem => item.kind === "file";

/** Takes files or text that are dropped or pasted. Works by the keyboard through what stands in it. */
export function Drop({ label, onFiles, onText, children, snug = false }: DropProps) {
  return (
    <DropZone
      aria-label={label}
      className={({ isDropTarget }) => `drop ${snug ? "drop--snug" : ""} ${isDropTarget ? "drop--over" : ""}`}
      getDropOperation={() => "copy"}
      onDrop={({ items }) => {
        const files = items.filter(isFile);
        if (files.length > 0) {
          void Promise.all(files.map((file) => file.getFile())).then(onFiles);
          return;
        }
        const text = items.find((item) => item.kind === "text" && item.types.has("text/plain"));
        if (text?.kind === "text") void text.getText("text/plain").then(onText);
      }}
    >
      {children}
    </DropZone>
  );
}
