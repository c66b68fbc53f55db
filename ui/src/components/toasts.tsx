import { CircleCheck, X } from "lucide-react";
import {
  Text,
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from "react-aria-components";
import { useText } from "../words/context";
import { Button } from "./Button";

type Note = { text: string; undo?: { label: string; run: () => void } };

const queue = new ToastQueue<Note>({ maxVisibleToasts: 3 });

/** Only for what went well. It stays for eight seconds, longer under the pointer or the focus. */
export function toast(text: string, undo?: Note["undo"]): void {
  queue.add(undo === undefined ? { text } : { text, undo }, { timeout: 8000 });
}

export function Toasts() {
  const t = useText();
  return (
    <ToastRegion queue={queue} className="toasts" aria-label={t("ui-notes")}>
      {({ toast: one }) => (
        <Toast toast={one} className="toast">
          <ToastContent className="toast__text">
            <CircleCheck className="icon" />
            <Text slot="title">{one.content.text}</Text>
          </ToastContent>
          {one.content.undo && (
            <Button
              kind="quiet"
              onPress={() => {
                one.content.undo?.run();
                queue.close(one.key);
              }}
            >
              {one.content.undo.label}
            </Button>
          )}
          <Button slot="close" kind="icon" aria-label={t("ui-close")}>
            <X className="icon" />
          </Button>
        </Toast>
      )}
    </ToastRegion>
  );
}
