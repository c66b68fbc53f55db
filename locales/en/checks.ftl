# What each check found, and why. A message is `code-` and the code with dashes for dots; `.next` is what the person can
# do, left out where there is nothing to do. $issuer the issuer's name, $host a web host, $date a day, $member a part of
# the badge by its name in the data, $address an address, $suite, $alg, $kind names of the trade as they stand there.

## Complete
code-structure-ok = Everything a badge of this kind needs is there.
code-structure-missing = Something that a badge needs is missing: “{ $member }”.
    .next = Ask the issuer for a new copy.
code-structure-wrong = Something in it is not what it has to be: “{ $member }”.
    .next = Ask the issuer for a new copy.
code-structure-date = “{ $member }” is not a date that exists.
    .next = Ask the issuer for a new copy.
code-structure-ambiguous = It holds two badges in one and does not say which one is meant.
    .next = Ask the issuer for a new copy.
code-structure-not-built-yet = This kind of certificate ({ $format }) is not looked at yet. A later version will.
    .next = Keep it. It will be checked when you update Badgefolio.
code-structure-not-read = So far we only know where the badge lies, not what is in it.
    .next = Allow us to ask there.
code-structure-no-badge = It is a signed statement, but not a badge.
code-structure-envelope = It holds further badges. Each of them is checked by itself.

## Form
code-schema-none = It does not ask to be compared with a form.
code-schema-ok = It follows the form it names.
code-schema-broken = It does not follow the form it names: “{ $member }”.
    .next = Ask the issuer for a new copy.
code-schema-not-had = It names a form that it follows. We do not have it, so we did not compare.
code-schema-unreadable = The form it names cannot be read.
code-schema-other = Where the form should be that it names lies another one.
code-schema-too-much-work = Comparing it with the form it names would take too long or need more documents.
code-schema-kind-unknown = It names a form of a kind ({ $kind }) that we do not know.

## Signature
code-proof-ok = Nothing in this badge was changed since it was signed.
code-proof-hosted = { $host }, where the issuer keeps its badges, says the same.
code-proof-none = Nobody has signed this badge, and it names no place where the issuer keeps it. Anybody could have written it.
    .next = Ask the issuer for a signed copy.
code-proof-altered = The signature does not fit what is written in the badge.
    .next = Ask the issuer for a new copy. Do not hand this one out.
code-proof-malformed = What should be the signature is not one: “{ $member }”.
    .next = Ask the issuer for a new copy.
code-proof-suite-not-built-yet = It is signed in a way ({ $suite }) that we do not check yet. A later version will.
    .next = Keep it. It will be checked when you update Badgefolio.
code-proof-suite-unsupported = It is signed in a way ({ $suite }) that we cannot check.
    .next = Ask the issuer for a copy that is signed in a more usual way.
code-proof-blockcerts = It rests on an entry in a public ledger (Blockcerts). We do not look that up.
    .next = Ask the issuer for a signed copy, or check it where Blockcerts are checked.
code-proof-algorithm-refused = Its signature ({ $alg }) protects nothing. Anybody could have written it.
    .next = Ask the issuer for a new copy.
code-proof-key-kind = The signature ({ $alg }) and the issuer’s key do not belong together.
    .next = Ask the issuer for a new copy.
code-proof-key-weak = The key is so weak that a signature with it proves nothing.
    .next = Ask the issuer for a badge with a stronger key.
code-proof-key-not-had = We could not get the issuer’s key.
    .next = Try again, and allow us to ask the issuer’s website.
code-proof-undefined-term = It holds something that no signature covers: “{ $term }”. It may have been added afterwards.
    .next = Ask the issuer for a new copy.
code-proof-disguised = It is written so that programs read one thing and people another: “{ $term }”.
    .next = Ask the issuer for a new copy. Do not hand this one out.
code-proof-context-unknown = To read it we need a description of its words, and we do not have it: { $address }
    .next = Try again, and allow us to ask there.
code-proof-linked-data = We could not read it in the way in which it was signed.
    .next = Ask the issuer for a new copy, or try again after an update of Badgefolio.
code-proof-too-symmetric = It holds so many parts that look alike that checking the signature would take too long.
    .next = Ask the issuer for a simpler copy.
code-proof-too-large = It is too large for us to check the signature.
    .next = Ask the issuer for a smaller copy.
code-proof-too-deep = It is nested too deeply for us to check the signature.
    .next = Ask the issuer for a simpler copy.
code-proof-expired = The signature was meant to count only until { $date }. That day has passed.
    .next = Ask the issuer for a new one.
code-proof-previous-missing = The signature rests on another one, which is not there.
    .next = Ask the issuer for a complete copy.
code-proof-previous-bad = The signature rests on another one, which is not good.
    .next = Ask the issuer for a new copy. Do not hand this one out.
code-proof-previous-undecided = The signature rests on another one, which we could not check.
    .next = Try again, and allow us to ask the issuer’s website.
code-proof-needs-derivation = This is the copy from which you choose what to show. Others cannot check it as it is.
    .next = Make a copy for handing out, and keep this one to yourself.
code-proof-critical = It demands something (“{ $member }”) that we do not know. Then it must not be relied on.
    .next = Ask the issuer for a new copy.
code-proof-claim-differs = Its cover and the badge inside say different things: “{ $member }”.
    .next = Ask the issuer for a new copy.
code-proof-hosted-not-had = The issuer keeps this badge at { $host }, and we have not asked there.
    .next = Allow us to ask { $host }.
code-proof-hosted-missing = At { $host } there is no such badge any more.
    .next = Ask the issuer.
code-proof-hosted-unreadable = What { $host } gave us is not a badge that we can read.
    .next = Try again later, or ask the issuer.
code-proof-hosted-other = At { $host } there is another badge.
    .next = Ask the issuer for a new copy. Do not hand this one out.
code-proof-hosted-out-of-scope = It lies at { $host }. That is not a place where the issuer it names keeps its badges.
    .next = Ask the issuer for a new copy. Do not hand this one out.
code-proof-hosted-no-address = It is not signed and does not say where the issuer keeps it. Anybody could have written it.
    .next = Ask the issuer for a new copy.
code-proof-sender-copy = The only copy from { $host } came from the person who sent this. It explains, but it proves nothing.
    .next = Allow us to ask { $host } ourselves.
code-proof-hosted-differs = The file says something else than the issuer’s own copy. The issuer’s copy counts.
code-proof-http = It came from { $host } without protection on the way. Somebody in between could have changed it.
code-proof-redirected = The issuer’s address sent us on to { $host }.
code-proof-other-failed = Another signature on it ({ $suite }) is not good.
code-proof-other-undecided = Another signature on it ({ $suite }) could not be checked.
code-proof-other-ok = Another signature on it ({ $suite }) is good, too.
code-proof-created-later = The signature says that it was made on { $date }. That day is still to come.
code-proof-inline-context = It brings its own description of some of its words.
code-proof-oeb-unsigned-members = Open Educational Badges does not sign all that it writes. We left out what no signature covers: { $members }
code-proof-context-fetched = The description of some of its words came from { $address }.
code-proof-selective = It shows only what its holder chose to show. All of that is signed.
code-proof-disclosure-foreign = A part was added to it that the issuer did not sign.
    .next = Ask the issuer for a new copy. Do not hand this one out.
code-proof-disclosure-refused = The parts it shows are put together in a way that lets two readers see different things.
    .next = Ask the issuer for a new copy. Do not hand this one out.
code-proof-holder-ok = Whoever handed it out signed that, too, on { $date } for { $audience }, with the key that it is bound to.
code-proof-holder-bad = Whoever handed it out signed that, too, but that signature does not fit. It says nothing about the badge.
code-proof-draft-suite = Its kind of signature is named as only a draft of the standard named it ({ $suite }).

## Who signed
code-issuer-key-ok = The signing key belongs to { $issuer }.
code-issuer-key-self = The issuer’s name is its key, and that key signed it.
code-issuer-key-hosted = It lies where { $issuer } keeps its badges, at { $host }.
code-issuer-key-none = There is no signature, so nobody signed.
code-issuer-key-other-issuer = It was signed with a key that is not { $issuer }’s.
    .next = Ask the issuer for a new copy. Do not hand this one out.
code-issuer-key-not-listed = { $issuer } does not list the key it was signed with.
    .next = Ask the issuer. Do not hand this one out.
code-issuer-key-not-for-statements = { $issuer } has this key, but not for signing badges.
    .next = Ask the issuer for a new copy.
code-issuer-key-purpose = The signature was made for something else than a badge.
    .next = Ask the issuer for a new copy.
code-issuer-key-controller = The key that it was signed with belongs to somebody else: { $controller }
    .next = Ask the issuer for a new copy. Do not hand this one out.
code-issuer-key-expired = The key it was signed with was meant to count only until { $date }. That day has passed.
    .next = Ask the issuer for a new copy.
code-issuer-key-revoked = The issuer took the key it was signed with back on { $date }.
    .next = Ask the issuer for a new copy. Do not hand this one out.
code-issuer-key-not-had = Whether the key is { $issuer }’s only { $host } can say, and we have not asked there.
    .next = Allow us to ask { $host }.
code-issuer-key-document-missing = { $host } does not know this issuer any more, so nobody can say whose key it is.
    .next = Ask the issuer.
code-issuer-key-document-unreadable = What { $issuer } publishes about its keys cannot be read.
    .next = Try again later, or ask the issuer.
code-issuer-key-document-other = Where { $issuer } should be, somebody else is: { $controller }
    .next = Ask the issuer. Do not hand this one out.
code-issuer-key-sender-copy = What we know about the key came from the person who sent this. It explains, but it proves nothing.
    .next = Allow us to ask { $host } ourselves.
code-issuer-key-method-not-built-yet = Keys of this kind ({ $method }) are not looked up yet. A later version will.
    .next = Keep it. It will be checked when you update Badgefolio.
code-issuer-key-malformed = The name of the key or of the issuer breaks the rules for such names.
    .next = Ask the issuer for a new copy.
code-issuer-key-history-broken = What { $issuer } publishes about the history of its keys does not hold together (entry { $entry }, rule { $rule }), so it proves no key.
    .next = Try again later, or ask the issuer. Until then do not rely on it.
code-issuer-key-history-other = Where the history of { $issuer }’s keys should be, there is that of somebody else.
    .next = Ask the issuer. Do not hand this one out.
code-issuer-key-history-too-long = The history of { $issuer }’s keys is longer than we look at.
    .next = Ask the issuer for a copy that is signed in another way.
code-issuer-key-witnesses-not-had = Changes to the keys of { $issuer } count only with the signatures of witnesses, and those we do not have from { $host }.
    .next = Allow us to ask { $host }.
code-issuer-key-rotated = The key it was signed with was { $issuer }’s until { $date }. Whether it signed this before that day nobody can prove.
    .next = Ask the issuer for a new copy.
code-issuer-key-moved = The issuer has since moved to { $host }.
code-issuer-key-no-lookup = The issuer’s name leads to no place that could say whose key it is.
    .next = Ask the issuer for a copy with an address or a key as its name.
code-issuer-key-undecided = We can say this only when the signature is good.
code-issuer-key-since-removed = The issuer has since taken this key away. It was there when this badge was already yours.
code-issuer-key-oeb-leniency = The issuer’s page on Open Educational Badges describes its key in an older way. We read it all the same.
code-issuer-key-brought-along = The badge brought a key along. That key alone proves nothing.
code-issuer-key-purpose-unsaid = The issuer does not say what its key is for.
code-issuer-key-redirected = The issuer’s address sent us on to { $host }.

## Who is the issuer
code-issuer-identity-registry = { $issuer } is in the register { $registry }.
code-issuer-identity-pinned = You have marked { $issuer } as known.
code-issuer-identity-domain = { $host } vouches for { $issuer }.
code-issuer-identity-unknown = We do not know who { $issuer } is. Anybody can make such a key.
    .next = Ask the issuer, and mark it as known if you are sure.
code-issuer-identity-not-decided = We can say this only when the signature and the key are good.
code-issuer-identity-key-changed = It is signed with another key than the one you marked as known.
    .next = Ask the issuer whether it has a new key.
code-issuer-identity-http = The issuer’s address is not protected on the way, so it does not prove who { $issuer } is.
    .next = Ask the issuer for a badge with a protected address (https).
code-issuer-identity-mixed-scripts = The name “{ $name }” mixes letters of several alphabets. It may imitate another name.
code-issuer-identity-lookalike = You know somebody else by the name { $name }. This is not the same issuer.

## Dates
code-validity-period-ok = Good until { $until }.
code-validity-period-no-end = It has no end date.
code-validity-period-expired = Its time ended on { $date }.
    .next = Ask the issuer for a new one.
code-validity-period-not-yet-valid = It counts from { $date } on.
code-validity-period-unreadable = The dates cannot be read: “{ $member }”.
    .next = Ask the issuer for a new copy.
code-validity-period-not-read = The badge itself is not here yet, so we do not know its dates.
code-validity-period-two-ends = It names two end dates. The earlier one counts.
code-validity-period-loose-date = A date in it (“{ $member }”) is written as only older badges may write it.

## Withdrawn?
code-status-none = It names no list on which withdrawn badges would stand.
code-status-ok = Not withdrawn. Last asked on { $date }.
code-status-revoked = The issuer has withdrawn it.
    .next = Ask the issuer why.
code-status-reason = The issuer’s reason: “{ $reason }”
code-status-suspended = The issuer has put it on hold. That can end.
    .next = Ask the issuer why.
code-status-kind-unknown = It names a list of withdrawn badges of a kind ({ $kind }) that we do not know.
    .next = Ask the issuer whether it still holds.
code-status-purpose-unknown = The issuer has marked it in a way ({ $purpose }) that we do not know.
    .next = Ask the issuer what that means.
code-status-too-many-entries = It names more lists of withdrawn badges than we look at.
    .next = Ask the issuer whether it still holds.
code-status-not-had = We could not ask { $host } whether it was withdrawn.
    .next = Try again, and allow us to ask { $host }.
code-status-list-missing = { $host } no longer has the list of withdrawn badges.
    .next = Ask the issuer whether it still holds.
code-status-list-unreadable = The list of withdrawn badges at { $host } cannot be read.
    .next = Try again later, or ask the issuer.
code-status-list-foreign = The list of withdrawn badges is somebody else’s, not the issuer’s.
    .next = Ask the issuer whether it still holds.
code-status-list-expired = The list of withdrawn badges is out of date.
    .next = Check again while you are online.
code-status-list-not-yet-valid = The list of withdrawn badges is only meant for a later day.
    .next = Check again later.
code-status-list-unproved = The list of withdrawn badges is not signed by the one it names. Anybody could have written it.
    .next = Ask the issuer whether it still holds.
code-status-list-undecided = We could not check who signed the list of withdrawn badges.
    .next = Try again, and allow us to ask the issuer’s website.
code-status-list-other = Where the list of withdrawn badges should be lies another one: { $address }
    .next = Ask the issuer whether it still holds.
code-status-list-purpose = The list it names is about something else, not about “{ $purpose }”.
    .next = Ask the issuer whether it still holds.
code-status-list-short = The list of withdrawn badges is shorter than the standard allows, so we do not rely on it.
    .next = Ask the issuer whether it still holds.
code-status-list-too-large = The list of withdrawn badges is too large for us to read.
    .next = Ask the issuer whether it still holds.
code-status-index-out-of-range = The list of withdrawn badges has no place for this badge.
    .next = Ask the issuer whether it still holds.
code-status-entry-broken = What it says about where withdrawn badges are listed cannot be used.
    .next = Ask the issuer whether it still holds.
code-status-sender-copy = The list of withdrawn badges came from the person who sent this. It explains, but it proves nothing.
    .next = Allow us to ask { $host } ourselves.
code-status-not-read = Whether it was withdrawn only the issuer’s own copy can say.
code-status-age = The answer is of { $date }.
code-status-http = The answer came from { $host } without protection on the way.
code-status-list-says-withdrawn = That list says that the badge is withdrawn or on hold. We cannot rely on it, but ask.
code-status-list-other-issuer = The list is kept by another issuer, whom you know: { $issuer }
code-status-list-small = The list is short. Whoever keeps it can guess which badge we asked about.
code-status-list-loose = The list is written in a slightly different way than the standard says. It cannot be misread.
code-status-refresh = The issuer has a newer version of it.
code-status-message = The issuer has set a remark on it ({ $value }). That does not take the badge back.

## Is it yours
code-recipient-match = It was given to { $address }, one of yours.
code-recipient-mismatch = It was given to another address.
    .next = Is that address yours too? Then add it in Settings.
code-recipient-unknown = We cannot say whether it is yours: it names nobody whom we could compare with your addresses.
code-recipient-md5 = The address in it is hidden in a weak way. Others could guess it.
code-recipient-unsalted = The address in it is hidden in a weak way. Others could test addresses they know.

## The picture
code-image-none = It names no picture.
code-image-not-built-yet = We have not looked at the original picture. A later version will.

## Words of others
code-endorsements-none = Nobody else says anything in it.
code-endorsements-ok = Others speak for it, and each of them signed what they say.
code-endorsements-bad = Others are said to speak for it, but not all of that holds.
    .next = Ask the issuer.
code-endorsements-undecided = Others are said to speak for it. We could not check all of that.
code-endorsements-one-good = { $issuer } speaks for it and has signed that.
code-endorsements-one-bad = What { $issuer } is said to say for it does not hold.
code-endorsements-one-undecided = Whether { $issuer } speaks for it we could not check.
code-endorsements-one-about-other = What { $issuer } says is about something else.

## Evidence
code-evidence-none = The issuer attached no evidence.
code-evidence-no-digest = The issuer names evidence, but nothing by which a change could be seen.
code-evidence-not-built-yet = The issuer’s evidence is not compared yet. A later version will.

## The mail it came in
code-mail-none = The mail says nothing that we can check.

## Why a document is not there
code-document-status = The address answered with the error { $status }.
