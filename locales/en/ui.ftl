# The window. Plain words, short sentences; README of the design tells which words are meant and which are not.

## Everywhere
ui-close = Close
ui-cancel = Cancel
ui-show = Show
ui-hide = Hide
ui-copy = Copy
ui-copied = Copied
ui-copy-what = Copy: { $name }
ui-copied-what = { $name } copied
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
    .next = Is it a mailbox? Choose it with “A saved mailbox”: then it may be as large as it is. Otherwise save the mail with the badge by itself, or only the picture of the badge.

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
lock-other = Look at somebody’s badges instead
damaged-title = Your backpack cannot be opened
damaged-text = A file of it is damaged or missing. Nothing was deleted: everything is still in its folder.
damaged-next = Close Badgefolio and copy back the folder from a backup, if you have one. You can look at somebody’s badges meanwhile.

## Marks of a badge

says-verified-yours = This badge is genuine, it is still good, and it was given to you.
says-nothing-wrong = This does not mean that something is wrong.
says-expired-undated = It was genuine. Its time is over.
verdict-next-key-changed = Ask the issuer, by a way that you know, whether it has a new key.
verdict-next-signed-unknown = Ask the issuer whether this badge is theirs.
verdict-next-inconclusive = Try again in a day or two. If it stays like this, ask the issuer for a new copy.
verdict-next-expired = Ask the issuer for a new one.
verdict-next-suspended = Ask the issuer why.
verdict-next-revoked = Ask the issuer why.
verdict-next-not-genuine = Ask the issuer to send it again. Better not show it until then.
verdict-next-damaged = Ask the issuer for a new copy.
verdict-checked = Checked on { $at }

## Issuers that a person knows, and badges that are perhaps the same

other-key-ask = I have asked the issuer
other-key-title = Has { $issuer } told you that it has a new key?
other-key-text = Perhaps somebody pretends to be them. Say yes only if they told you so in a way that cannot be forged easily: in person, by telephone, on a website that you already knew. Then badges under the old and the new key count as theirs.
other-key-no = Leave it as it is
other-key-yes = Remember the new key, too
other-key-done = The new key of { $issuer } is remembered, too.
newer-ask = Ask for the newer version
newer-done = The issuer gave a newer version. It is in your backpack.
known-mark = Mark as known
known-title = Are you sure that this badge is from { $issuer }?
known-text = Anybody could have signed it. If you are sure, because they gave it to you themselves or told you so, mark them as known. From then on badges that are signed with the same key count as theirs in your backpack.
known-cancel = Leave it as it is
known-done = { $issuer } is marked as known.
known-take-back = Do not count as known any more
known-taken-back = { $issuer } is not marked as known any more.

perhaps-same = This may be the same badge as <badge>{ $name }</badge>: name, issuer, day and person are the same. You decide whether you need both.

## Checks
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
consent-title-dns = Look up the key of { $domain } for its mails?
consent-title-many = Ask { $count } websites?
consent-why = To check “{ $badge }”, we have to ask the issuer’s website.
consent-whom = We contact
consent-what = We ask for
consent-what-text = the issuer’s key, the issuer’s own copy of the badge, or the list of withdrawn badges
consent-dns = the name server, for the key of { $domain } for its mails
consent-dns-title = Your name server learns
consent-dns-text = which domain this computer asks about, and when. It is run by your network or your internet provider, and is asked before every visit to a website.
consent-learn = They learn
consent-learn-text = your internet address, and that somebody checks a badge of theirs. Some addresses also tell which badge it is. Not your name.
consent-not-now = Not now
consent-ask = Ask this once
consent-allow = Allow and ask
consent-later = Afterwards
consent-later-text = We may ask there again when we check your badges. In Settings you can take that back.

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
badge-given = Given on { $date }
badge-claims = says it is from { $issuer }

## Add
add-lead = Mails, files, and <term>pictures with a badge in them</term>. Several at once is fine.
add-drop = Drop files or mails here
add-drop-text = Nothing leaves your computer while we look.
add-choose = Choose files
add-paste = Paste
add-other = Or start another way
paste-title = Paste a mail or a badge
paste-label = What you copied
paste-hint = The source of a mail (“Show original”), the text of a badge file, or a copied picture.
paste-empty = There is nothing in it yet. Copy something first, then paste it here.
paste-look = Look for badges

offer-title = Is <address>{ $address }</address> your address?
offer-text = The mail was sent there. If it is yours, we can say which badges were given to you. The address stays on this computer.
offer-yes = Yes, that is me
offer-no = No
offer-added = { $address } is one of your addresses now

found-label = What was found
found-title = { $count ->
    [one] { $count } badge found
   *[other] { $count } badges found
 }
found-title-known = { $count ->
    [one] You have this badge already
   *[other] You have these { $count } badges already
 }
found-title-links = { $count ->
    [one] A link to a badge
   *[other] { $count } links to badges
 }
found-title-none = No badge found
found-next = Nothing of it is in your backpack yet. Look into your Inbox and decide.
found-next-known = Nothing was added.
found-next-none = Below you see what we looked at, and why nothing came of it.
found-next-links = Nobody was asked yet. Below you see where it leads and what you can do.
found-inbox = Go to my Inbox
found-text = Pasted text
found-whole = All of it
found-new = { $count ->
    [one] { $count } badge, waiting in your Inbox
   *[other] { $count } badges, waiting in your Inbox
 }
found-known = { $count ->
    [one] { $count } badge that you have already, exactly like this
   *[other] { $count } badges that you have already, exactly like this
 }
found-passed = { $count ->
    [one] { $count } part was passed over
   *[other] { $count } parts were passed over
 }
mail-from = From { $from }

link-assertion = A badge lies at <host>{ $host }</host>.
link-page = A page about a badge at <host>{ $host }</host>.
link-claim = A badge waits for you at <host>{ $host }</host> until you fetch it there.
link-offer = Somebody offers you a badge at <host>{ $host }</host>.
link-how = We do not follow links by ourselves. You say whether we get the badge from there.
link-login = You have to sign in there first. Save the badge as a picture or a file then, and drop that here.
link-open = Open in my browser
link-title = Open { $host }?
link-learn = Your browser goes to { $host }. They learn your internet address and that you have this link. The whole address is:

web-mail-title = This looks like text copied from a web mail
web-mail-text = A badge is attached to the mail as a picture or a file, and what is attached does not come along when you copy the text. Save the mail or the picture instead.
web-mail-guide = Show me how

guide-title = How to save a mail or the picture
guide-lead = A badge sits in the mail as a picture or an attachment. Save the whole mail as a file, or only the picture, and drop it here.
guide-programs = Mail program
guide-gmail = Gmail
guide-gmail-1 = Open the mail.
guide-gmail-2 = At the top right of the mail, press the three dots.
guide-gmail-3 = Choose “Download message”. You get a file that ends in .eml.
guide-outlook-web = Outlook on the web
guide-outlook-web-1 = Open the mail.
guide-outlook-web-2 = At the top right of the mail, press the three dots.
guide-outlook-web-3 = Choose “Download” or “Save”, and “EML” if you are asked.
guide-outlook = Outlook for the desktop
guide-outlook-1 = In new Outlook: three dots in the mail, then “Save as”. You get a file that ends in .eml.
guide-outlook-2 = In classic Outlook: take the attached picture of the badge with the mouse.
guide-outlook-3 = Drag it into this window. The mail itself would become a .msg file, which we cannot read yet.
guide-apple = Apple Mail
guide-apple-1 = Choose the mail in the list.
guide-apple-2 = In the menu “File”, choose “Save As…”.
guide-apple-3 = As format choose “Raw Message Source”, and save. You can also drag the mail to your desktop.
guide-thunderbird = Thunderbird
guide-thunderbird-1 = Choose the mail in the list.
guide-thunderbird-2 = In the menu, choose “File”, “Save As”, “File”.
guide-thunderbird-3 = Save it. You get a file that ends in .eml. You can also drag the mail into this window.
guide-gmx = GMX, Web.de
guide-gmx-1 = Open the mail.
guide-gmx-2 = Press “More”, or the three dots over the mail.
guide-gmx-3 = Choose “Save” or “Download mail”. You get a file that ends in .eml.
guide-picture = Only the picture
guide-picture-1 = Open the mail and look for the picture of the badge.
guide-picture-2 = Press it with the right mouse button, or open it from the attachments.
guide-picture-3 = Choose “Save picture as” or “Download”, and drop the file here.
guide-picture-enough = The picture alone is enough
guide-picture-text = Most badge pictures carry the whole badge inside them. Save the picture as it is: a screenshot, or a picture sent through a messenger, has lost it.

## Inbox
inbox-lead = Found, but not yet in your backpack. Look at each one and decide.
inbox-empty = Nothing is waiting
inbox-empty-text = Badges that are found in mails and files wait here for your yes.
inbox-waiting = { $count ->
    [one] { $count } badge is waiting
   *[other] { $count } badges are waiting
 }
inbox-count = { $mark }: { $count }
inbox-keep = Put in backpack
inbox-keep-good = { $count ->
    [one] Put the verified one in my backpack
   *[other] Put the { $count } verified ones in my backpack
 }
inbox-keep-unchecked = Put in backpack unchecked
inbox-keep-not-genuine = Keep it, marked as not genuine
inbox-keep-damaged = Keep it, marked as damaged
inbox-ask = Ask the issuer now
inbox-look = Look closer
inbox-what-changed = What was found?
inbox-leave-out = Leave it out
inbox-links = { $count ->
    [one] One link to a badge
   *[other] { $count } links to badges
}
inbox-links-lead = Found in your mails. What is behind them has not been fetched: for that a website has to be asked.
inbox-link-asks = To be fetched from { $host }.
inbox-link-asks-tracker = To be fetched by way of { $host }, which counts who clicks.
inbox-link-in = Found in “{ $name }”.
inbox-mail = From the mail “{ $subject }”, { $from }
inbox-mismatch = It was given to another address.
inbox-mismatch-next = Is that address yours, too?
inbox-copy = You have this badge already. This is another copy of it.
inbox-renewal = You have an earlier one of these. This one was given later.
inbox-kept = { $count ->
    [one] “{ $name }” is in your backpack
   *[other] { $count } badges are in your backpack
 }
inbox-left-out = “{ $name }” was left out
ui-not-stated-dot = Not stated.

## Badge: its own page
badge-from = from <issuer>{ $issuer }</issuer>
badge-from-claims = says it is from <issuer>{ $issuer }</issuer>
badge-says = What it says
badge-earned = How it was earned.
badge-criteria-page = More about it
badge-no-end = No end date
badge-work = Work it took
badge-level = Level
badge-language = Language
badge-tags = Tags
badge-alignments = Fits
badge-checks = What was checked
badge-checks-lead = Open a line to see more.
badge-check-again = Check again
badge-checked = Checked: { $mark }
badge-competences = Competences
badge-competence = Competence
badge-area = Kind
badge-hand-out = Hand out
badge-to-stack = Add to a stack
badge-save-copy = Save as a file
badge-linkedin = Add to LinkedIn
badge-remove = Remove
badge-remove-it = Remove it
badge-remove-title = Remove “{ $name }”?
badge-remove-text = { $count ->
    [0] The badge goes out of your backpack. You can add it again if you still have the mail or the file.
    [one] The badge and { $count } piece of evidence of yours go out of your backpack. They cannot be brought back.
   *[other] The badge and { $count } pieces of evidence of yours go out of your backpack. They cannot be brought back.
 }
badge-keep = Keep it
badge-removed = “{ $name }” was removed
badge-experts = For experts: the badge as it was issued
copy-leading = The one that is shown
copy-other = Kept as well
copy-format = Standard
copy-securing = Signature
copy-container = Came as
copy-digest = SHA-256
copy-raw = The badge as text

evidence-lead = What shows that you can do it. The issuer’s part is signed with the badge. Yours is not, and you can change it at any time.
evidence-issuer = From the issuer
evidence-issuer-none = The issuer has put none in.
evidence-yours = From you
evidence-yours-none = Nothing yet. A report, a photo or a few sentences say more than a title.
evidence-unnamed = Evidence
evidence-add = Add evidence
evidence-add-lead = It is kept locked in your backpack, and goes out only if you say so.
evidence-kind = Kind of evidence
evidence-kind-file = File
evidence-kind-link = Link
evidence-kind-text = Text
evidence-caption = A line about it
evidence-caption-hint = What does it show? You can leave this empty.
evidence-drop = Drop a file here
evidence-choose = Choose a file
evidence-link = Address
evidence-link-hint = Copy it from the address line of your browser.
evidence-link-wrong = This is not a link. A link begins with https://
evidence-name = Name
evidence-text = Text
evidence-text-hint = What did you do, and what came of it?
evidence-text-empty = There is nothing written yet.
evidence-text-name = In my own words
evidence-attach = Attach
evidence-attached = The evidence is with your badge
evidence-added = Added on { $date }
evidence-save = Save as a file
evidence-opaque = This kind of file cannot be shown here. Save it and open it with the program that you use for it.
evidence-remove-title = Remove “{ $name }”?
evidence-remove-text = It goes out of your backpack. It cannot be brought back.
evidence-keep = Keep it
evidence-removed = “{ $name }” was removed

history-title = History
history-checked = Checked: { $mark }
history-mail = Found in the mail “{ $subject }”, { $from }
history-file = Found in the file “{ $name }”
history-paste = Pasted

put-what = Which stack?
put-already = It is already in: { $stacks }
put-new = Or a new stack
put-make = Make it and put the badge in
put-done = Put in “{ $title }”

## LinkedIn
linkedin-title = Add to LinkedIn
linkedin-how = Opens in your browser
linkedin-text = Your browser opens <host>www.linkedin.com</host> with the form filled in. LinkedIn then learns what you see below. You look at it there and save it yourself.
linkedin-open = Open LinkedIn
linkedin-copy = Or copy it field by field
linkedin-field-name = Name
linkedin-field-organization = Issuing organization
linkedin-field-issueDate = Issue date
linkedin-field-expirationDate = Expiration date
linkedin-field-credentialId = Credential ID
linkedin-field-credentialUrl = Credential URL
