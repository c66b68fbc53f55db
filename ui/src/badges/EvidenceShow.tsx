import { useQuery } from "@tanstack/react-query";
import type { EvidenceView } from "../backend/backend";
import { useBackend } from "../backend/context";
import { toFailure } from "../backend/failure";
import { Button } from "../components/Button";
import { Dialog } from "../components/Dialog";
import { FailureNote } from "../marks/FailureNote";
import { useText } from "../words/context";

/** Evidence inside the window: text as text, pictures as pixels, everything else only by name. */
export function EvidenceShow({ one, onClose }: { one: EvidenceView; onClose: () => void }) {
  const t = useText();
  const backend = useBackend();
  const content = useQuery({
    queryKey: ["evidence", one.id],
    queryFn: () => backend.evidenceContent(one.id),
    gcTime: 0,
  });
  const { data } = content;
  return (
    <Dialog
      wide
      title={<bdi>{one.name}</bdi>}
      open
      onClose={onClose}
      foot={<Button onPress={onClose}>{t("ui-close")}</Button>}
    >
      <FailureNote failure={content.error === null ? null : toFailure(content.error)} />
      {data?.kind === "text" && (
        <p className="evid__text" dir="auto">
          {data.text}
        </p>
      )}
      {data?.kind === "picture" && <img className="evid__picture" src={data.url} alt={one.caption || one.name} />}
      {data?.kind === "opaque" && <p className="muted">{t("evidence-opaque")}</p>}
    </Dialog>
  );
}
