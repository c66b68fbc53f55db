import { useCallback, useState } from "react";
import { useAction } from "../backend/action";
import type { ReviewView } from "../backend/backend";
import { given } from "../backend/base64";
import { useBackend } from "../backend/context";
import { type Handed, useHanded } from "../backend/handed";

const textFile = (text: string): File => new File([text], "pasted.txt", { type: "text/plain" });

/** What is open in Review. It lives as long as the view; nothing of it is kept. */
export function useReview() {
  const backend = useBackend();
  const [review, setReview] = useState<ReviewView | null>(null);
  const show = useAction(async (file: File) => {
    setReview(await backend.reviewFile(await given(file), []));
  });
  const choose = useAction(async () => {
    const chosen = await backend.chooseReview();
    if (chosen !== null) setReview(chosen);
  });
  const ask = useAction(async (hosts: string[]) => setReview(await backend.reviewAgain(hosts)));
  const close = useAction(async () => {
    await backend.forgetReview();
    setReview(null);
  });
  const { run } = show;
  const take = useCallback(
    (handed: Handed) => {
      if ("reviewed" in handed) setReview(handed.reviewed);
      else if ("files" in handed && handed.files[0] !== undefined) void run(handed.files[0]);
      else if ("text" in handed) void run(textFile(handed.text));
    },
    [run],
  );
  useHanded(take);
  return {
    review,
    take,
    choose,
    ask,
    close,
    busy: show.busy || choose.busy,
    failure: show.failure ?? choose.failure ?? ask.failure,
  };
}
