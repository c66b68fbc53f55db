import { useCallback } from "react";
import { navigate } from "wouter/use-hash-location";
import type { JobView } from "../backend/backend";
import { useWorked } from "../backend/jobs";
import { toast } from "../components/toasts";
import { useText } from "../words/context";

/** Long work goes on in every view. Where its end is not to be seen, it is told. */
export function useWork(): void {
  const t = useText();
  const ended = useCallback(
    (job: JobView) => {
      if (window.location.hash.startsWith("#/add") || job.failure !== null) return;
      const show = { label: t("job-show"), run: () => navigate("/add") };
      toast(t("job-toast", { name: job.name, found: job.progress.found }), show);
    },
    [t],
  );
  useWorked(ended);
}
