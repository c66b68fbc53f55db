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
