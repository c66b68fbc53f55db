import { Review } from "./Review";
import { Stage } from "./Stage";

/** Review without a backpack: nothing is kept. */
export function ReviewAlone({ chooseLocale }: { chooseLocale: (locale: string) => void }) {
  return (
    <Stage chooseLocale={chooseLocale} wide>
      <Review alone />
    </Stage>
  );
}
