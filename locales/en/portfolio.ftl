# The exported page, LinkedIn, what to know before handing out, and what a review says about a hand-out.
# Read by people who did not make it: say “the sender”, never “you” for the holder.

## The page

page-skip = Skip to the badges
page-default-title = Portfolio
page-document-title = { $name }: Portfolio
page-for = Put together for { $audience }
page-until = Meant to be read until { $date }

# 4 badges, 144 hours: 3 verified, 1 couldn’t be checked
page-headline = { $badges }: { $marks }
page-headline-hours = { $badges }, { $hours }: { $marks }
page-badges = { $count ->
    [one] { $count } badge
   *[other] { $count } badges
 }
page-count-verified = { NUMBER($count) } verified
page-count-signed-unknown = { NUMBER($count) } signed, issuer not known
page-count-key-changed = { NUMBER($count) } signed with another key
page-count-inconclusive = { NUMBER($count) } couldn’t be checked
page-count-expired = { NUMBER($count) } expired
page-count-not-yet-valid = { NUMBER($count) } not valid yet
page-count-suspended = { NUMBER($count) } on hold
page-count-revoked = { NUMBER($count) } withdrawn
page-count-not-genuine = { NUMBER($count) } not genuine
page-count-damaged = { NUMBER($count) } damaged

page-found = That is what the wallet of { $name } found on { $date }.
page-found-nameless = That is what the sender’s wallet found on { $date }.
page-found-between = That is what the wallet of { $name } found between { $first } and { $last }. Each badge says when.
page-found-between-nameless = That is what the sender’s wallet found between { $first } and { $last }. Each badge says when.
page-check-link = Check it yourself

page-badges-heading = Badges
page-further-badges = Further badges
page-badge-unnamed = A badge without a name
page-issuer-unnamed = an issuer without a name
# from Open Campus Nordhaven · 2 February 2026, valid until 1 February 2029 · 20 hours
page-from = from { $issuer }
page-given-until = { $date }, valid until { $until }
page-until-only = valid until { $date }
page-level = Level { $level }
page-described-only = This badge is only described here. The badge itself is not in this file, so nobody can check it.
page-checked-on = Checked on { $date }.
page-earned = How it was earned.
page-criteria-link = The issuer’s page about it
page-competences = Competences
page-checks = What was checked
page-recipient-match = It was given to an address of the sender’s.
page-recipient-mismatch = It was given to another address than the sender’s.
page-recipient-unknown = Whether it was given to the sender could not be seen.
page-identity-pinned = The sender has marked this issuer as known.

page-evidence = Evidence
page-evidence-unnamed = Evidence
page-evidence-issuer = from the issuer
page-evidence-holder = added by { $name }
page-evidence-sender = added by the sender
page-evidence-file = { $kind }, { $size }. It is inside this file: open it in Badgefolio to look at it.

page-hours = Hours
page-hours-by-competence = Hours by competence
page-hours-all-verified = { $hours } are stated by verified badges.
page-hours-none-verified = { $hours } are stated by badges that are not verified.
page-hours-some-verified = Of { $total }, { $verified } are stated by verified badges and { $other } by badges that are not verified.
page-hours-verified = Verified
page-hours-unverified = Not verified
page-hours-more = { $count ->
    [one] And { $count } competence more.
   *[other] And { $count } competences more.
 }

page-how = How to check
page-how-signed = Each badge was signed by its issuer, or lies at the issuer’s own address. If one letter in a signed badge is changed, the signature no longer fits. Whether a badge was withdrawn since { $date }, only its issuer can say.
page-how-sure = To be quite sure,
page-how-open = open this file in Badgefolio on your own computer. A page cannot vouch for itself. The original badges are inside it.
page-how-step-save = Save this file as it is.
page-how-step-open = Open Badgefolio and choose “Review”. You need no backpack for it.
page-how-step-read = Give it this file. It checks every badge and every piece of evidence anew and says what holds.
page-how-whole = The page as a whole is signed with a key of the sender’s. This shows whether something in it was changed. It does not show who the sender is.
page-without-sign = Signs that this file has no letters for stand here as �. The badges inside have them.
page-foot = Put together by { $name } on { $date } with Badgefolio. { $name } chose what is shown; the badges say who stands behind each of them.
page-foot-nameless = Put together on { $date } with Badgefolio. The sender chose what is shown; the badges say who stands behind each of them.

## Before handing out

code-handout-not-genuine-left-out = { $count ->
    [one] Left out, because it is not genuine: { $names }.
   *[other] { $count } badges are left out, because they are not genuine: { $names }.
 }
    .next = Ask the issuer for a new copy.
code-handout-not-verified = { $count ->
    [one] This badge is not verified: { $names }. The page says so.
   *[other] { $count } badges are not verified: { $names }. The page says so.
 }
    .next = Check them again before you hand them out, or take them out.
code-handout-other-recipient = { $count ->
    [one] This badge was given to an address that is not among yours: { $names }.
   *[other] { $count } badges were given to addresses that are not among yours: { $names }.
 }
    .next = If the address is yours, add it in Settings.
code-handout-address-plain = { $count ->
    [one] Your e-mail address can be read in this badge: { $names }.
   *[other] Your e-mail address can be read in { $count } badges: { $names }.
 }
    .next = If nobody is to see it, hand out the badge as a description only. Then it cannot be checked.
code-handout-address-hashed = { $count ->
    [one] This badge holds your e-mail address in disguise: { $names }. Who guesses the address can tell that it is yours.
   *[other] { $count } badges hold your e-mail address in disguise: { $names }. Who guesses the address can tell that it is yours.
 }
    .next = If nobody is to be able to, hand out the badge as a description only. Then it cannot be checked.
code-handout-grades-inside = { $count ->
    [one] There are grades or results in this badge: { $names }. They cannot be taken out of it.
   *[other] There are grades or results in { $count } badges: { $names }. They cannot be taken out of them.
 }
    .next = If nobody is to see them, hand out the badge as a description only. Then it cannot be checked.
code-handout-evidence-included = { $count ->
    [one] One piece of your evidence goes along.
   *[other] { $count } pieces of your evidence go along.
 }
    .next = Look at the preview: is there anything in it that is not meant for the other person?
code-handout-link-left-out = The link { $name } is left out: only addresses that begin with https are handed out.
code-handout-large = The file has about { $size } MB. Many mailboxes do not take that.
    .next = Take out large evidence, or hand the file over in another way.
code-handout-linkable = Everything you hand out is signed with the same key. Who gets two of your portfolios can tell that they are from the same person.

code-portfolio-empty = There is no badge to hand out.
    .next = Choose at least one badge.
code-portfolio-pdf-not-made = The PDF could not be made.
    .next = Hand it out as a page (HTML) instead, and please report this.
code-portfolio-too-large = The file would have about { $size } MB. More than { $limit } MB cannot be read back.
    .next = Take out large evidence.
code-portfolio-not-signed = Your key could not sign the portfolio.
    .next = Unlock your backpack and try again.

## LinkedIn

code-linkedin-fields-may-stay-empty = LinkedIn may not take these values over. Then copy them into the form one by one.
code-linkedin-no-date = The badge has no date that can be read.
    .next = Fill in month and year yourself.
code-linkedin-no-public-page = This badge has no public page that LinkedIn could link to. That field is left out.
code-linkedin-page-unchecked = The link leads to { $host }. We have not looked whether the badge can be seen there.
    .next = Open the address once before you use it.
code-linkedin-too-long = A name is longer than { $count } characters. LinkedIn may cut it off.

## Opening what somebody handed out

code-shared-profile-not-one = This is no portfolio from Badgefolio.
    .next = Choose the page or file that you were given, unchanged.
code-shared-profile-several = This file holds more than one portfolio. It was tampered with, so it is not opened.
    .next = Ask the sender for a new copy.
code-shared-profile-too-large = The file is larger than { $limit } MB. It is not opened.
    .next = Ask the sender for a smaller one.
code-shared-profile-damaged = This portfolio is damaged and cannot be read.
    .next = Ask the sender for a new copy. Sending it as an attachment keeps it whole.
code-shared-profile-version = This portfolio was made by a newer Badgefolio (version { $version } of the format), which this one does not understand.
    .next = Install the current version of Badgefolio.
code-shared-profile-manifest-unreadable = The table of contents of this portfolio cannot be read.
    .next = Ask the sender for a new copy.

code-review-manifest-broken = Something in this portfolio was changed after it was put together, or somebody else signed it. Names, texts and the order of things are not to be relied on. The badges are checked by themselves.
    .next = Ask the sender for a new copy.
code-review-holder-key-differs = The portfolio is signed with another key than the one it names.
code-review-second-manifest = The file holds a second table of contents. The first one counts.
code-review-newer-minor = The portfolio was made by a newer Badgefolio (version { $version } of the format). There may be more in it than is shown here.
code-review-past-its-date = The sender meant it to be read until { $date }.
code-review-blob-unnamed = { $count ->
    [one] The file holds a part that nothing in it refers to.
   *[other] The file holds { $count } parts that nothing in it refers to.
 }
code-review-blob-changed = A part of this badge was changed after it was handed out.
    .next = Ask the sender for a new copy.
code-review-blob-missing = A part of this badge is not in the file.
    .next = Ask the sender for a new copy.
code-review-described-only = This badge is only described. The badge itself was not handed out, so nothing could be checked.
    .next = Ask the sender for the badge.
code-review-credential-unreadable = What was handed out as a badge cannot be read as one.
    .next = Ask the sender for a new copy.
code-review-badge-twice = The same badge is in it twice: { $name }. Its hours count once.
code-review-name-differs = The sender calls this badge “{ $name }”. The badge itself says otherwise.
code-review-issuer-differs = The sender names “{ $name }” as issuer. The badge itself says otherwise.
code-review-sender-says-otherwise = The sender’s wallet came to something else on { $date }: { $verdict ->
    [valid] good
    [invalid] not good
    [revoked] withdrawn
    [suspended] on hold
    [expired] expired
    [not-yet-valid] not valid yet
   *[other] couldn’t be checked
 }. What counts is what was found here.
code-review-evidence-changed = The evidence { $name } was changed after it was attached.
    .next = Ask the sender for the original.
code-review-evidence-missing = The evidence { $name } is not in the file.
    .next = Ask the sender for it.
code-review-evidence-not-signed = The sender has not signed for the evidence { $name }.
code-review-evidence-signature-broken = The sender’s signature under the evidence { $name } does not fit.
    .next = Ask the sender for the original.

## The table

csv-name = Badge
csv-issuer = Issuer
csv-holder = Held by
csv-awarded = Given on
csv-expires = Valid until
csv-state = State
csv-checked = Checked at
csv-hours = Hours
csv-competences = Competences
csv-id = Id
csv-link = Link
