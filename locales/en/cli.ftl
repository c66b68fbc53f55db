# What the command line says. Marks, outcomes and checks are worded in marks.ftl.

# Heads of columns and lines
cli-id = Id
cli-badge = Badge
cli-issuer = Issuer
cli-state = State
cli-issued = Given on
cli-valid-until = Valid until
cli-description = What it is for
cli-criteria = What had to be done
cli-work = Study load
cli-competences = Competences
cli-tags = Tags
cli-for = Given to
cli-checked = Checked
cli-checks = What was checked
cli-evidence = Your evidence
cli-issuer-evidence = The issuer’s evidence
cli-stacks = In the stacks
cli-copies = Copies
cli-sources = Where it came from
cli-name = Name
cli-note = Note
cli-size = Size
cli-title = Title
cli-badges = Badges
cli-kind = Kind
cli-made = Made
cli-leading = shown
cli-next = What to do: { $text }
cli-mail = Mail “{ $subject }” from { $from }

# A badge in a list of results
cli-found-in = { $input } · { $path }
cli-by = { $name }, from { $issuer }
cli-no-name = (no name)
cli-not-read-yet = (not read yet)
cli-link-assertion = A link to a badge at { $host }. It was not followed: { $url }
cli-link-page = A link to a page about a badge at { $host }. It was not followed: { $url }
cli-link-claim = A link at { $host } where a badge can be claimed. It was not followed: { $url }
cli-link-offer = An offer of a badge at { $host }. It was not followed: { $url }
cli-link-login = It asks for an account first.
cli-passed-over = Passed over: { $path }: { $reason }
cli-error = { $input }: { $message }
cli-wanted = More could be said with documents from: { $hosts }. To ask them: --allow HOST

# Import
cli-kept-new = Kept as { $id }.
cli-kept-copy = Another copy of { $id }; kept with it.
cli-kept-renewal = Kept as { $id }; it renews a badge that is there.
cli-kept-known = Known already: { $id }.
cli-held = In the Inbox as { $id }.
cli-not-read = Its address is known, the badge itself has not been read.
cli-import-looked = Looked through { $name }: { $count ->
    [one] one mail or file
   *[other] { $count } mails and files
}.
cli-import-stopped = Stopped. What was found until then is kept; the same command again goes on and keeps nothing twice.
cli-progress-found = { $count ->
    [one] one badge
   *[other] { $count } badges
}
cli-import-sum = { $count ->
    [0] No new badge.
    [one] { $count } badge kept.
   *[other] { $count } badges kept.
 }
cli-import-held = { $count ->
    [one] { $count } badge waits in the Inbox.
   *[other] { $count } badges wait in the Inbox.
 }
cli-made-keyring = Made a backpack in { $folder }. Its key lies in the keyring of this computer.
cli-made-passphrase = Made a backpack in { $folder }. It opens with your passphrase.
cli-perhaps-same = Perhaps the same as { $id }, “{ $name }”: same name, issuer, day and person. You decide; nothing is joined by itself.
cli-is-this-you = The mail was sent to { $address }. If that is you: badgefolio identity add { $address }

# Lists
cli-list-empty = There is no badge in the backpack yet. To put some in: badgefolio import FILE
cli-search-empty = No badge holds these words.
cli-link = Link
cli-found-where = Found in
cli-waits-for = to be fetched from { $host }
cli-waits-for-tracker = to be fetched by way of { $host }, which counts who clicks
cli-inbox-empty = Nothing waits in the Inbox.
cli-stacks-empty = There is no stack yet. To make one: badgefolio stack create NAME
cli-stack-empty = There is no badge in this stack yet. To put some in: badgefolio stack add STACK ID
cli-evidence-empty = There is no evidence of yours for this badge yet. To attach some: badgefolio evidence add ID FILE
cli-issuers-empty = No issuer is marked as known yet. To mark one: badgefolio issuer add ID
cli-issuer-since = Marked on
cli-identities-empty = No address is known as yours yet. To add one: badgefolio identity add ADDRESS
cli-decision-new = new
cli-decision-copy = another copy
cli-decision-renewal = renewal
cli-kind-file = file
cli-kind-link = link
cli-kind-text = text
cli-slot-keyring = keyring
cli-slot-passphrase = passphrase
cli-slot-recovery = recovery code

# Done
cli-done-kept = { $count ->
    [one] { $count } badge put into the backpack.
   *[other] { $count } badges put into the backpack.
 }
cli-done-dismissed = { $count ->
    [one] { $count } badge let go.
   *[other] { $count } badges let go.
 }
cli-done-evidence-added = Attached as { $id }.
cli-done-evidence-removed = Taken off.
cli-done-stack-created = Made the stack { $id }.
cli-done-stack-changed = { $count ->
    [one] “{ $title }” holds { $count } badge now.
   *[other] “{ $title }” holds { $count } badges now.
 }
cli-done-identity-added = { $address } is one of yours now.
cli-done-identity-removed = { $address } is not one of yours any more.
cli-done-issuer-added = { $issuer } is marked as known. “{ $badge }”: { $mark }
cli-done-registry-added = Added the register “{ $name }”.
cli-done-registry-removed = Took the register { $id } away.
cli-done-trust-list-added = Added { NUMBER($count) ->
    [one] one certificate authority
   *[other] { NUMBER($count) } certificate authorities
} of “{ $name }”.
cli-done-trust-list-removed = Took the list { $id } away.
cli-registries-empty = You have added no register of issuers.
cli-registry = Register
cli-registry-asked = is asked
cli-issuers = Issuers
cli-added = Added
cli-trust-lists-empty = You have added no list of certificate authorities.
cli-trust-list = List
cli-authorities = Authorities
cli-done-issuer-removed = { $issuer } is not marked as known any more.
cli-done-key-added = Added the key { $id }.
cli-done-key-removed = The key is taken away.
cli-done-written = Written: { $name } ({ $size })
cli-recorded = { $count ->
    [one] { $count } document kept in { $folder }.
   *[other] { $count } documents kept in { $folder }.
 }
cli-recorded-left-out = { $count ->
    [one] { $count } document did not fit into { $folder } any more.
   *[other] { $count } documents did not fit into { $folder } any more.
 }

# LinkedIn
cli-linkedin-open = Open this address; LinkedIn then shows its form, filled in:
cli-linkedin-copy = If the form stays empty, copy these:
cli-linkedin-name = Name
cli-linkedin-organization = Issuing organization
cli-linkedin-issue-date = Issue date
cli-linkedin-expiration-date = Expiration date
cli-linkedin-credential-id = Credential ID
cli-linkedin-credential-url = Credential URL

# Review
cli-review-profile = “{ $title }”
cli-review-holder = The name in it is { $name }. Nobody has proved that.
cli-review-intact = Nothing in the file was changed since it was handed out.
cli-review-broken = The file was changed since it was handed out.
cli-review-none = The file has no signature of its own: what stands around the badges can have been changed by anybody.
cli-review-made = It says that it was made on { $date }.
cli-review-described = Only described: the badge itself is not in the file, so nothing could be checked.
cli-review-sender = The sender’s wallet said: { $verdict }. That is the sender’s word; the answer above is ours.
cli-review-evidence-unchanged = { $name }: the file that was handed out
cli-review-evidence-changed = { $name }: not the file that was handed out
cli-review-evidence-missing = { $name }: not there
cli-review-evidence-link = { $name }: a link, not looked at
cli-review-sum = { NUMBER($good) } of { NUMBER($count) } verified

# Questions
cli-ask-passphrase = Passphrase of the backpack:{" "}
cli-ask-new-passphrase = A passphrase for the new backpack:{" "}
cli-ask-again = The same once more:{" "}
cli-follow = There is a link to a badge at { $host }: { $url }
cli-follow-tracker = This link is a click tracker of { $host }: who asks it tells the sender that you, and nobody else, followed it. Perhaps there is a badge behind it.
cli-ask-host-kept = Ask { $host }? It learns this computer’s address on the internet, what is asked for, and when; nothing else of yours. A yes is remembered. [y/N]{" "}
cli-follow-failed = { $url }: { $reason }
cli-ask-host = Ask { $host }? It learns that somebody checks this badge, and when. [y/N]{" "}
cli-ask-dns = Look up the key of { $domain } for its mails? Your name server, and whoever runs it, learns that this computer asks about { $domain }, and when. [y/N]{" "}
cli-ask-dns-kept = Look up the key of { $domain } for its mails? Your name server, and whoever runs it, learns that this computer asks about { $domain }, and when. A yes is remembered. [y/N]{" "}
cli-answer-yes = y

# Progress
cli-progress-checking = Checking
cli-progress-reading = Reading

cli-portfolio-title = My badges
cli-panic = Something went wrong inside Badgefolio. Nothing was lost; what had been kept is kept.

# Usage
code-cli-not-yet = “{ $command }” is not there yet. It comes with a later version.
    .next = Everything that is there: badgefolio --help
code-cli-format-not-yet = The format “{ $format }” is not there yet.
    .next = There are html, pdf, json and csv.
code-cli-format-unknown = There is no format “{ $format }”.
    .next = There are html, pdf, json and csv.
code-cli-locale-unknown = The language “{ $locale }” is not spoken here.
    .next = There are en and de.
code-cli-time = “{ $text }” is not a moment in time.
    .next = Write it like 2026-11-21T09:00:00Z.
code-cli-no-code = No code is called “{ $code }”.
    .next = Codes stand in the output of verify --json, for example proof.ok.
code-cli-secret-file = The file { $name } with the password cannot be read.
    .next = Name a file whose first line is the password or token.
code-cli-passphrase-file = The passphrase file { $name } cannot be read.
    .next = Name a file whose first line is the passphrase.
code-cli-passphrases-differ = The two passphrases are not the same.
    .next = Try again.

cli-account = Account
cli-account-user = Name there
cli-account-scanned = Last looked through
cli-account-never = never yet
cli-accounts-empty = You have added no account.
cli-account-looked-at = { $count ->
    [0] Nothing new there.
    [one] Looked at one new thing.
   *[other] Looked at { $count } new things.
 }
cli-done-account-added = Added the account at { $host }. Look through it: badgefolio account scan { $id }
cli-done-account-removed = Took the account { $id } and its password away.
cli-done-account-secret = The new password is kept in your system’s keyring.

# Backup
cli-backup-keep = It is encrypted as your backpack is: whoever opens it needs your passphrase or recovery code. Keep it on another disk.
cli-restore-of = A backup of { $date }. The backpack that is here is set aside, not deleted.
cli-ask-backup = Passphrase or recovery code of the backup:{" "}
cli-done-restored = { $count ->
    [one] Restored the backup of { $date }: { $count } badge.
   *[other] Restored the backup of { $date }: { $count } badges.
 }
cli-restore-aside = The backpack that was here before lies in { $folder }. Nothing of it was deleted.
cli-restore-keyring = It opens by the keyring of this computer, too.
cli-restore-no-keyring = It opens with its passphrase or recovery code. To open it by this computer’s keyring, too: badgefolio key add keyring
cli-restore-yours = All that is in it counts as yours from now on: what was looked up, whom you know, your key. If somebody else gave you this file, do not keep it here: use a folder of its own (--backpack DIR).
cli-done-recovery-added = Added the recovery code { $id }. Write it down and keep it away from this computer; it is shown only now:
