import type { ClaimView } from "../backend/backend";
import { Facts } from "../components/Facts";
import { useText } from "../words/context";

/** What an offer says of itself, and what would be sent. What the issuer calls its badges is foreign text. */
export function ClaimFacts({ claim, hosts }: { claim: ClaimView; hosts: readonly string[] }) {
  const t = useText();
  const lines = (all: readonly string[]) =>
    all.map((one) => (
      <bdi key={one} className="block">
        {one}
      </bdi>
    ));
  return (
    <>
      <p>{t("claim-why")}</p>
      <Facts
        facts={[
          [t("claim-offered"), claim.offered.length > 0 ? lines(claim.offered) : t("claim-offered-unknown")],
          [
            t("consent-whom"),
            hosts.map((host) => (
              <strong key={host} className="block">
                {host}
              </strong>
            )),
          ],
          [t("claim-sends"), lines(claim.sends.map((what) => t(`claim-sends-${what}`)))],
          [t("consent-learn"), t("claim-learn")],
        ]}
      />
    </>
  );
}
