# The window. Plain words, short sentences; README of the design tells which words are meant and which are not.

## Everywhere
ui-close = Close
ui-cancel = Cancel
ui-save = Save
ui-show = Show
ui-hide = Hide
ui-copy = Copy
ui-copied = Copied
ui-copy-what = Copy: { $name }
ui-copied-what = { $name } copied
ui-undo = Undo
ui-notes = Messages
ui-loading = One moment
ui-more = More
ui-more-for = More for { $name }
ui-remove = Remove
ui-try-again = Try again
ui-not-stated = Not stated
ui-saved-as = Saved as “{ $name }”
term-all-words = All words
failure-title = That did not work
code-unworded = Something happened that we have no sentence for yet ({ $code }).
code-ui-unexpected = Something in Badgefolio went wrong. Nothing was changed.
    .next = Try again. If it stays like this, start Badgefolio anew.
code-ui-file-too-large = “{ $name }” is larger than { $limit } MB.
    .next = Save the mail with the badge by itself, or only the picture of the badge.

## Shell
shell-main = Main
shell-content = Content
shell-skip = Skip to content
shell-menu = Menu
shell-add-short = Add
nav-add = Add badges
nav-backpack = Backpack
nav-inbox = Inbox
nav-stacks = Stacks
nav-portfolio = Portfolio
nav-review = Review
nav-help = Help
nav-settings = Settings
nav-lock = Lock
nav-new = new

## First start
start-title = Welcome to Badgefolio
start-lead = Badges show what you can do. Badgefolio keeps them on this computer, checks whether they are genuine, and helps you show them.
start-mine = My badges
start-mine-text = Collect your badges, check them, and hand out the ones that you choose.
start-others = Look at somebody’s badges
start-others-text = Open what somebody handed you, and see for yourself what holds. Nothing is kept.
start-promise = No account. Nothing leaves this computer unless you say so.
start-language = Language
start-keyring = Your backpack is locked with a key in this computer’s password store. You do not have to remember anything.

make-title = Make your backpack
make-lead = Your badges stay on this computer, locked. You need no account. Nobody else can open your backpack, and neither can we.
make-why-title = Why a passphrase?
make-why = This computer has no password store that is running, so nothing else can keep the key. Without the passphrase your backpack cannot be opened again.
make-passphrase = Choose a passphrase
make-passphrase-hint = Four or five words that you can remember, for example about a walk you like. Spaces are fine.
make-again = The same passphrase again
make-differ = The two are not the same. Type it once more.
make-short = Too short: { $least } signs at least. A few words are better than one.
make-weak = Easy to guess: add a word or two.
make-fair = Good enough. One more word makes it strong.
make-strong = Strong: very hard to guess
make-go = Make my backpack
make-back = Back
make-lost = Lost passphrase means lost backpack. Nobody can open it then, and neither can we.

## Lock
lock-title = Your backpack is locked
lock-passphrase = Passphrase
lock-open = Open
lock-keyring = The key is in this computer’s password store. You need no passphrase.
lock-keyring-open = Open my backpack
lock-keyring-failed = The password store did not give out the key. Type your passphrase instead.
lock-other = Look at somebody’s badges instead
damaged-title = Your backpack cannot be opened
damaged-text = A file of it is damaged or missing. Nothing was deleted: everything is still in its folder.
damaged-next = Close Badgefolio and copy back the folder from a backup, if you have one. You can look at somebody’s badges meanwhile.

## Marks of a badge
mark-verified = Verified
mark-signed-unknown = Signed, issuer not known
mark-inconclusive = Couldn’t be checked
mark-expired = Expired
mark-not-yet-valid = Not valid yet
mark-suspended = On hold
mark-revoked = Withdrawn
mark-not-genuine = Not genuine
mark-damaged = Damaged

says-verified = This badge is genuine, and it is still good.
says-verified-yours = This badge is genuine, it is still good, and it was given to you.
says-vouched = { $host } vouches for { $issuer }.
says-signed-unknown = Nothing was changed since it was signed. Anybody could have signed it: we do not know who { $issuer } is.
    .next = Ask the issuer whether this badge is theirs.
says-inconclusive = We could not see whether it is genuine.
    .next = Try again in a day or two. If it stays like this, ask the issuer for a new copy.
says-nothing-wrong = This does not mean that something is wrong.
says-expired = It was genuine. Its time ended on { $date }.
    .next = Ask the issuer for a new one.
says-expired-undated = It was genuine. Its time is over.
says-not-yet-valid = It is genuine and counts from { $from } on.
says-suspended = The issuer has put it on hold. That can end.
    .next = Ask the issuer why.
says-revoked = The issuer has withdrawn it.
    .next = Ask the issuer why.
says-not-genuine = Somebody changed it after it was signed, or somebody else signed it. So nobody can say whether what it claims is true.
    .next = Ask the issuer to send it again. Better not show it until then.
says-damaged = Something that a badge needs is missing in it.
    .next = Ask the issuer for a new copy.
verdict-checked = Checked on { $at }

## Checks
check-structure = Complete
check-schema = In the issuer’s form
check-proof = Signature
check-issuer-key = Who signed
check-issuer-identity = Who is the issuer
check-validity-period = Dates
check-status = Withdrawn?
check-recipient = Is it yours
check-image = The picture
check-endorsements = Words of others
check-evidence = Evidence
check-mail = The mail it came in
outcome-passed = Good
outcome-failed = Not good
outcome-inconclusive = Couldn’t be checked
outcome-not-applicable = Does not apply
outcome-information = For your information
outcome-another-address = Another address
check-next = Next step
check-note = Also
check-looked-at = We looked at
check-document = { $origin ->
    [bundled] Came with Badgefolio
    [fetched] Asked on { $at }
    [sender] Came from the sender
   *[archive] Kept since { $at }
 }
check-word = What is this?
check-code = For experts

## Asking before any contact
consent-title = Ask { $host }?
consent-title-many = Ask { $count } websites?
consent-why = To check “{ $badge }”, we have to ask the issuer’s website.
consent-whom = We contact
consent-what = We ask for
consent-what-text = the issuer’s key, the issuer’s own copy of the badge, or the list of withdrawn badges
consent-learn = They learn
consent-learn-text = your internet address, and that somebody checks a badge of theirs. Some addresses also tell which badge it is. Not your name.
consent-not-now = Not now
consent-ask = Ask this once

hours-long = { $count ->
    [one] { $hours } hour
   *[other] { $hours } hours
 }
hours-short = { $hours } h
picker-none = No badge fits.

## Backpack
backpack-badges = Badges
backpack-lead = { $count ->
    [one] { $count } badge, { $hours } of learning
   *[other] { $count } badges, { $hours } of learning
 }
backpack-found = { $count ->
    [0] No badge found
    [one] { $count } badge found
   *[other] { $count } badges found
 }
backpack-search = Search name, issuer or skill
backpack-search-clear = Clear the search
backpack-sort = Sort by
backpack-sort-newest = Newest first
backpack-sort-oldest = Oldest first
backpack-sort-name = By name
backpack-sort-issuer = By issuer
backpack-layout = Show as
backpack-grid = Grid
backpack-list = List
backpack-filter = Show
backpack-all = All
backpack-nothing = Nothing found for “{ $words }”
backpack-nothing-marked = No badge like that
backpack-nothing-text = Look at the spelling, or search in all badges.
backpack-clear = Show all badges

empty-lead = Nothing in it yet. Let’s put your first badge in.
empty-drop = Drop a badge mail or file here
empty-drop-text = A badge often comes as a mail with a picture. Drag that mail, or the picture, into this window. We find the badge in it and check whether it holds.
empty-choose = Choose a file
empty-other = Or start another way
empty-guide = How do I get at my mails?
empty-guide-text = In pictures, for the mail programs that most people use.
empty-samples = Try it with sample badges
empty-samples-text = Made-up badges to look around. You can remove them again.
empty-review = Look at somebody’s badges
empty-review-text = Open what somebody handed you, and see what holds.

## Badge
badge-column = Badge
badge-status = Status
badge-given-on = Given on
badge-valid-until = Valid until
badge-hours = Hours
badge-no-end-short = No end
