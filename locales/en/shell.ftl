# What the window's frame says: titles of the system's file dialogs, and failures of the frame itself.

dialog-choose-files = Choose mails or badges
dialog-choose-file = Choose a file
dialog-choose-folder = Choose a folder
dialog-save = Save a copy

code-shell-not-https = This address does not begin with https. It was not opened.
    .next = Look at the address, and type it into your browser yourself if you trust it.
code-shell-no-browser = No browser could be started.
    .next = Copy the address, and paste it into your browser.
code-shell-cannot-read = “{ $name }” could not be read.
    .next = See whether the file is still there, and try again.
code-shell-cannot-write = “{ $name }” could not be saved there.
    .next = Choose another folder.
code-shell-broken = Something went wrong inside Badgefolio. This is our mistake, not yours.
    .next = Try again. What you had saved is safe.
code-shell-nothing-reviewed = There is nothing here to look at again.
    .next = Open the file once more.
code-shell-link-too-long = This link is far too long. We did not look at it.
    .next = Ask whoever sent it for the badge as a file.
code-shell-link-odd = This link is not one that Badgefolio understands. Nothing was opened.
    .next = Go back to where it came from and copy the link there, or ask for the badge as a file.
code-shell-nothing-sealed = There is no locked export of this name here any more.
    .next = Choose the file itself once more, then type its password.
code-shell-too-much = That is too much at once.
    .next = Give less at a time, or choose the files with “Choose files”: then Badgefolio reads them itself.
