import { Image } from "lucide-react";
import { useState } from "react";
import { Callout } from "../components/Callout";
import { Chips } from "../components/Chips";
import { useText } from "../words/context";
import { Term } from "../words/Term";
import { type Gesture, MailDrawing } from "./MailDrawing";

const PROGRAMS = ["gmail", "outlook-web", "outlook", "apple", "thunderbird", "gmx"] as const;
type Program = (typeof PROGRAMS)[number];

const GESTURES: Record<Program, Gesture> = {
  gmail: "dots",
  "outlook-web": "dots",
  outlook: "drag",
  apple: "menu",
  thunderbird: "menu",
  gmx: "dots",
};

function Steps({ name, gesture }: { name: string; gesture: Gesture }) {
  const t = useText();
  return (
    <div className="guide__one">
      <MailDrawing gesture={gesture} />
      <ol className="guide__steps">
        {[1, 2, 3].map((step) => (
          <li key={step}>
            <span className="guide__n">{step}</span>
            <span>{t(`guide-${name}-${step}`)}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}

/** How to save a mail, or only the picture of the badge, in the mail programs that most people use. */
export function Guide() {
  const t = useText();
  const [program, setProgram] = useState<Program>("gmail");
  return (
    <div className="guide stack">
      <Chips
        label={t("guide-programs")}
        value={program}
        onChange={setProgram}
        chips={PROGRAMS.map((id) => ({ id, label: t(`guide-${id}`) }))}
      />
      <div className="cardbox">
        <Steps name={program} gesture={GESTURES[program]} />
      </div>
      <h3>
        <Term word="baked-picture">{t("guide-picture")}</Term>
      </h3>
      <div className="cardbox">
        <Steps name="picture" gesture="picture" />
      </div>
      <Callout tone="plain" icon={Image} title={t("guide-picture-enough")} level={3}>
        <p>{t("guide-picture-text")}</p>
      </Callout>
    </div>
  );
}
