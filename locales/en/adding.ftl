# The ways in: mailboxes, folders, links, accounts, claims, and long work.

## Long work
add-mailbox = A saved mailbox
add-mailbox-text = Looks through all mails in the file and shows only those with badges.
add-folder = A folder
add-folder-text = Everything below it: mails, mailboxes of Thunderbird or Apple Mail, pictures, exports.
job-label = What was found in { $name }
job-running = Looking through “{ $name }”
job-so-far = { $looked } looked at, { $found ->
    [0] no badge found so far.
    [one] { $found } badge found so far.
   *[other] { $found } badges found so far.
 } You can go on working meanwhile.
job-stop = Stop
job-stop-keeps = If you stop, what was found until then stays in your Inbox.
job-stopping = Stopping. What was found until now stays in your Inbox.
job-ended = We looked through all of “{ $name }”: { $looked } things.
job-stopped = You stopped it. Until then we looked at { $looked } things in “{ $name }”, and what was found is kept.
job-broken = It broke off. Until then we looked at { $looked } things in “{ $name }”, and what was found is kept. Next time it goes on from there.
job-known = { $count ->
    [one] { $count } badge was there already.
   *[other] { $count } badges were there already.
 }
job-failed-keeps = “{ $name }” was not looked through to its end. Until then we looked at { $looked } things and found { $found } badges; they are kept.
job-seen = I have seen it
job-show = Show
job-toast = { $found ->
    [0] Looked through “{ $name }”: no new badge
    [one] Looked through “{ $name }”: { $found } badge found
   *[other] Looked through “{ $name }”: { $found } badges found
 }
found-each = { $count ->
    [one] What was in it
   *[other] What was in each of { $count }
 }
found-untold = { $count ->
    [one] { $count } more held nothing new and is not listed.
   *[other] { $count } more held nothing new or are too many to list.
 }

## Links
link-field = A link to a badge
link-field-odd = This does not look like a link to a badge. It begins with https://
link-field-look = Look at it
link-get = Get this badge from { $host }
link-key = The address holds a key that is meant for you alone. It is opened with it, but not shown here.
link-nothing = There is no badge behind this link.
link-follow-why = To get the badge, we open this link at { $host }.
link-follow-learn-tracker = your internet address, and that it was you who opened the link: one of these addresses counts clicks for whoever sent the mail.
link-follow-learn = your internet address, and that somebody opened this link. The link itself may tell them which badge it is and whom they sent it to.

## Claims
claim-title = Take the badge that { $host } offers?
claim-why = Somebody offers you a badge. We ask nobody before you say so.
claim-offered = They call it
claim-offered-unknown = The offer does not say. You will see it in your Inbox.
claim-sends = We send
claim-sends-code = the code in the offer. It tells them whose badge it is.
claim-sends-pin = the code that you type in
claim-sends-sign-in = nothing of yourself; you sign in at their website, in your browser
claim-sends-holder-id = the number of your backpack (DID). Whoever gets it can tell that it is the same person.
claim-sends-signature = a signature made with your key, over this request alone
claim-learn = your internet address, and that the badge was taken
claim-take = Take the badge
claim-go-on = Allow and go on
claim-further = To go on, we would have to ask there, too
claim-signs-in = Your browser opens { $host }. Sign in there, and then come back.
claim-in-browser = We wait for you. Sign in at { $host } in your browser, and then come back here.
claim-later = You get it later
claim-later-text = { $host } has to look at it first. Open the offer again in a while.
claim-pin = Code
claim-pin-hint = Whoever offers the badge gave you a code in another way, for example in a second mail or on paper.
claim-pin-hint-length = Whoever offers the badge gave you a code of { $length } characters in another way, for example in a second mail or on paper.
claim-pin-said = They say: { $text }
claim-pin-wrong = They did not take this code. Look at it again.

## Exports that are locked
unlock-needed = This is another app’s export, locked with a password.
unlock-type = Type the password
unlock-title = Open “{ $name }”
unlock-password = Password of the export
unlock-hint = The one that you chose in the other app. We use it once and keep it nowhere.
unlock-open = Open it
unlock-wrong = This password does not open it. Look at capital letters and at the language of your keyboard.

## Accounts
add-mail = My mail account
add-mail-text = You choose the folder. We read, and change nothing there.
add-platform = My badge platform
add-platform-text = Fetches your badges from Open Educational Badges and platforms like it.
account-new-mail = Badges from my mail account
account-new-mail-lead = We look through one folder of your mailbox for mails with badges. We read, and change nothing there.
account-new-platform = Badges from my badge platform
account-new-platform-lead = We fetch your own badges and collections. We read, and change nothing there.
account-address = Your e-mail address
account-secret-password = Password
account-secret-password-hint = The password of your mailbox. It goes into your computer’s password store and nowhere else.
account-secret-app-password = Password for one app
account-secret-app-password-hint = Your provider does not take the usual password here. In your account there, under security, it makes a password for one app. It goes into your computer’s password store and nowhere else.
account-secret-token = Access token
account-secret-token-hint = This provider takes no password here, but a token from a program that may sign in for you. Without one, save the mails as files and add those.
account-host = Mail server
account-host-hint = We know it for many providers. If the field is empty or the name is wrong, your provider’s help pages have it: look for “IMAP”.
account-host-some = the mail server
account-port = Port
account-login = Signs in with
account-login-password = a password
account-login-token = an access token
account-learn = We contact { $host } on an encrypted line and show your address and your password or token there. They learn your internet address and that mails are read.
account-sign-in = Sign in
account-sign-in-at = Sign in at { $host }
account-odd-user = Type your e-mail address.
account-odd-secret = Type the password or the token.
account-odd-host = This is not the name of a server. It looks like imap.example.org
account-odd-key = Copy it from the platform, and paste it here.
account-signed-in = You are signed in. Which mails shall we look through?
account-folder = Folder
account-inbox = Inbox
account-period = Mails from
account-period-all = any time
account-period-1 = the last year
account-period-3 = the last three years
account-period-5 = the last five years
account-reads = Only mails that can hold a badge are fetched whole. Nothing is marked as read.
account-begin = Look through it
account-oeb-how = Sign in at openbadges.education in your browser. Under “Account”, “App Integration”, make a key for Badgefolio, and copy both parts of it.
account-client = Client ID
account-client-secret = Client secret
account-platform = Platform
account-platform-hint = Leave it empty for Open Educational Badges.
account-oeb-learn = We contact { $host }, show the two parts of the key there, and fetch your badges. With the key one can do everything in your account there: it goes into your computer’s password store and nowhere else.
account-oeb-begin = Fetch my badges from { $host }
settings-accounts = Accounts
settings-accounts-lead = Mailboxes and badge platforms that you look through for badges. Only when you say so.
account-none = There is none yet. You find them under “Add badges”.
account-at = at { $host }.
account-at-folder = at { $host }, folder “{ $folder }”.
account-never = Not looked through yet.
account-unfinished = Not looked through to its end; next time it goes on from there.
account-scanned = Last looked through on { $date }.
account-scan = Look for new badges
account-scan-of = Look for new badges in { $name }
account-remove = Remove
account-remove-of = Remove { $name }
account-remove-title = Remove { $name }?
account-remove-text = We forget the account and its password. The badges that came from it stay.
account-removed = { $name } was removed
