"""The Python peers: openbadgeslib issues and verifies, openbadges-bakery bakes and unbakes.

stdin:  {"jobs": [{"op": …}, …]}; stdout: {"answers": [{"ok": true, …} | {"ok": false, "error": "…"}]}, in order.

  ob3-issue    key (PEM), securing "jwt" | "ldp", algorithm (jwt), credential, created; issuer id: the document's
               own, or with "issuer": "did:key" that of the key    -> text, issuer
  ob3-verify   text, documents {address: JSON}, recipient          -> issuer
  ob2-issue    key (PEM), algorithm, assertion                     -> text
  ob2-verify   text, documents {address: JSON}                     -> id
  ob2-hosted   text (the copy at hand), documents {address: JSON}  -> id
  bake         with "openbadges-bakery" | "openbadgeslib", image (base64), text, version "2" | "3" -> image
  unbake       with, image (base64), version                       -> text

Nothing is fetched: the libraries get a reader that knows the documents of the job and nothing else.
"""

import base64
import io
import json
import sys
from datetime import datetime


def reader(documents):
    """What the libraries call to get an address."""

    def read(address, *_args, **_kwargs):
        if address not in documents:
            raise OSError("not fetched: %s" % address)
        return json.dumps(documents[address]).encode("utf-8")

    return read


def ob3_issue(job):
    from openbadgeslib import OB3Signer, OpenBadgeCredential
    from openbadgeslib.ob3 import OB3LdpSigner
    from openbadgeslib.ob3.did import did_key_from_pem
    from cryptography.hazmat.primitives import serialization

    pem = job["key"].encode("ascii")
    credential = OpenBadgeCredential.from_vc_document(job["credential"])
    if job.get("issuer") == "did:key":
        public = serialization.load_pem_private_key(pem, None).public_key().public_bytes(
            serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
        credential.issuer.id = did_key_from_pem(public)
    if job["securing"] == "jwt":
        text = OB3Signer(pem, job["algorithm"]).sign(credential)
    else:
        method = job.get("verificationMethod")
        created = datetime.fromisoformat(job["created"].replace("Z", "+00:00"))
        text = OB3LdpSigner(pem, method).sign_to_json(credential, created=created)
    return {"text": text, "issuer": credential.issuer.id}


def ob3_verify(job):
    from openbadgeslib.ob3 import OB3LdpVerifier, OB3Verifier
    from openbadgeslib.verify import issuer_did_from_document, issuer_did_from_token

    text = job["text"]
    read = reader(job.get("documents", {}))
    if text.lstrip().startswith("{"):
        verifier = OB3LdpVerifier.for_issuer_did(issuer_did_from_document(text), download=read)
    else:
        verifier = OB3Verifier.for_issuer_did(issuer_did_from_token(text), download=read)
    credential = verifier.verify(text, expected_recipient=job.get("recipient"), download=read)
    return {"issuer": credential.issuer.id, "name": credential.achievement.name}


def ob2_issue(job):
    from openbadgeslib import OB2Signer
    from openbadgeslib.ob2.models import Assertion

    return {"text": OB2Signer(job["key"].encode("ascii"), job["algorithm"]).sign(Assertion.from_dict(job["assertion"]))}


def ob2_verify(job):
    from openbadgeslib import OB2Verifier

    verifier = OB2Verifier(download=reader(job["documents"]))
    return {"id": verifier.verify(job["text"], expected_recipient=job.get("recipient"), check_revocation=True).id}


def ob2_hosted(job):
    from openbadgeslib import OB2Verifier

    verifier = OB2Verifier(download=reader(job["documents"]))
    return {"id": verifier.verify_hosted(job["text"], expected_recipient=job.get("recipient")).id}


def bake(job):
    image = base64.b64decode(job["image"])
    if job["with"] == "openbadges-bakery":
        from openbadges_bakery import utils

        written = io.BytesIO()
        utils.bake(io.BytesIO(image), job["text"], written)
        return {"image": base64.b64encode(written.getvalue()).decode("ascii")}
    from openbadgeslib import baking

    third = job["version"] == "3"
    if image.startswith(b"\x89PNG"):
        baked = baking.bake_png(image, job["text"], keyword=baking.ITXT_KEYWORD_OB3 if third else baking.ITXT_KEYWORD)
    elif third:
        baked = baking.bake_svg(image, job["text"], element=baking.SVG_ELEMENT_OB3, namespace=baking.SVG_NS_OB3,
                                as_text=job["text"].lstrip().startswith("{"))
    else:
        baked = baking.bake_svg(image, job["text"])
    return {"image": base64.b64encode(baked).decode("ascii")}


def unbake(job):
    image = base64.b64decode(job["image"])
    if job["with"] == "openbadges-bakery":
        from openbadges_bakery import utils

        text = utils.unbake(io.BytesIO(image))
        if text is None:
            raise ValueError("nothing baked in")
        return {"text": text}
    from openbadgeslib.ob2 import OB2Verifier
    from openbadgeslib.ob3 import OB3Verifier

    peer = OB3Verifier if job["version"] == "3" else OB2Verifier
    take = peer.extract_token_from_png if image.startswith(b"\x89PNG") else peer.extract_token_from_svg
    return {"text": take(image)}


OPS = {
    "ob3-issue": ob3_issue, "ob3-verify": ob3_verify, "ob2-issue": ob2_issue, "ob2-verify": ob2_verify,
    "ob2-hosted": ob2_hosted, "bake": bake, "unbake": unbake,
}


def main():
    answers = []
    for job in json.load(sys.stdin)["jobs"]:
        try:
            answers.append({"ok": True, **OPS[job["op"]](job)})
        except Exception as error:  # noqa: BLE001  (whatever a peer raises is its answer)
            answers.append({"ok": False, "error": "%s: %s" % (type(error).__name__, error)})
    json.dump({"answers": answers}, sys.stdout)


if __name__ == "__main__":
    main()
