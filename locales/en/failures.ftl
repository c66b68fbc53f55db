# What the person is told when something cannot be done: what happened, and in .next what to do.

## The backpack

code-backpack-none = There is no backpack here yet.
    .next = Make one. It takes a moment and needs no account.
code-backpack-exists = There is a backpack here already.
    .next = Open it. To start anew, move its folder away first.
code-backpack-wrong-passphrase = This passphrase does not open the backpack.
    .next = Try again. Look at capital letters and at the language of your keyboard.
code-backpack-wrong-recovery-code = This recovery code does not open the backpack.
    .next = Look at the paper again. A recovery code has eight groups of four characters.
code-backpack-no-slot-of-kind = The backpack cannot be opened this way.
    .next = Open it in one of the ways that were set up for it.
code-backpack-empty-passphrase = The passphrase is empty.
    .next = Choose a sentence that you remember and that nobody guesses.
code-backpack-unknown-slot = This way to open the backpack is not there any more.
    .next = Look at the list in Settings again.
code-backpack-last-slot = This is the last way to open the backpack. Without it nobody could open it, not even you.
    .next = Set up another way first.
code-backpack-slot-not-proven = The new way to open the backpack did not work when we tried it. We did not keep it.
    .next = Try again, or choose another way.
code-backpack-slot-too-costly = The file with the keys asks this computer for more work than we ever ask for. We did not start it.
    .next = Somebody may have changed the file keyslots.json. Put your own copy of it back.
code-backpack-slot-changed = The file with the keys was changed, and the key in it no longer fits.
    .next = Open the backpack in another way, or put your own copy of keyslots.json back.
code-backpack-newer = This backpack was made by a newer Badgefolio. We opened nothing and changed nothing.
    .next = Update Badgefolio on this computer.
code-backpack-in-use = The backpack is open in another window or in a command.
    .next = Close the others and try again.
code-backpack-busy = Another window or command is writing into the backpack.
    .next = Wait a moment and try again.
code-backpack-disk-full = There is no room left on the disk. Nothing was half kept.
    .next = Make room and try again.
code-backpack-folder = The folder of the backpack cannot be read or written.
    .next = Look whether the disk is there and whether you may write into the folder.

## The system’s keyring

code-backpack-keyring-no-service = This computer has no place where keys are kept for you.
    .next = Choose a passphrase instead.
code-backpack-keyring-locked = Your computer’s keyring is locked.
    .next = Unlock it and try again, or use your passphrase.
code-backpack-keyring-no-entry = Your computer’s keyring does not hold the key of this backpack.
    .next = Use your passphrase, or open the backpack on the computer where it was made.
code-backpack-keyring-failed = Your computer’s keyring did not answer as it should.
    .next = Use your passphrase, or start the computer anew and try again.

## When it is damaged

code-backpack-damaged-database = The backpack is damaged. We changed nothing.
    .next = Set it aside and start with a new one, or put a backup back. Nothing is deleted.
code-backpack-damaged-database-missing = The keys of a backpack are here, but the backpack itself is gone.
    .next = Look for the file backpack.db and put it back into the folder.
code-backpack-damaged-keyslots = The file with the keys cannot be read, and neither can its copy.
    .next = Put your own copy of keyslots.json back. Nothing is deleted.
code-backpack-damaged-keyslots-missing = The backpack is here, but the file with its keys is gone.
    .next = Look for the file keyslots.json and put it back into the folder.
code-backpack-damaged-keyslots-newer = The file with the keys was written by a newer Badgefolio.
    .next = Update Badgefolio on this computer.
code-backpack-content-changed = Something in the backpack is not what it was when it was put there.
    .next = Take it from where it came once more, or put a backup back.

## What is in it

code-backpack-unknown-badge = This badge is not in the backpack.
    .next = Look at the list again.
code-backpack-ambiguous-badge = { $count } badges begin like this.
    .next = Write more characters of the badge’s ID.
code-backpack-unknown-copy = This copy of the badge is not in the backpack.
    .next = Look at the badge again.
code-backpack-unknown-evidence = This evidence is not in the backpack any more.
    .next = Look at the badge again.
code-backpack-unknown-account = This account is not there any more.
    .next = Look at the list of your accounts.
code-backpack-unknown-stack = This stack is not there any more.
    .next = Look at the list of stacks again.
code-backpack-unknown-identity = This address is not one of yours.
    .next = Look at your addresses in Settings.
code-backpack-reserved-setting = This setting is not for changing by hand.
    .next = Leave it as it is.
code-backpack-unreadable-file = The file could not be read to its end. We attached nothing.
    .next = Look whether it is still there and whether it opens elsewhere.
code-backpack-unwritable-file = The copy could not be written.
    .next = Look whether there is room and whether you may write there.
code-backpack-randomness = This computer gave us no random numbers, and without them no key is safe.
    .next = Start the computer anew and try again.
code-backpack-database = Something went wrong in the backpack that should not happen. Nothing was half kept.
    .next = Try again. If it happens again, tell us how.

## Backups

code-backup-no-key = Only this computer’s keyring opens your backpack. A copy of it could be opened nowhere else.
    .next = Add a passphrase first, or a recovery code: badgefolio key add passphrase
code-backup-exists = There is a file of that name already. It was not overwritten.
    .next = Choose another name.
code-backup-not-one = This is not a backup made by Badgefolio.
    .next = Look for the file that Badgefolio wrote. Badges themselves are put in, not restored.
code-backup-newer = This backup was made by a newer Badgefolio (its form is { $version }).
    .next = Update Badgefolio on this computer.
code-backup-truncated = The end of this backup is missing. Your backpack is as it was.
    .next = Copy the file once more, or use another backup.
code-backup-too-large = This backup is larger than any that Badgefolio makes. Your backpack is as it was.
    .next = Use another backup.
code-backup-foreign-member = There is something in this backup that does not belong there. Your backpack is as it was.
    .next = Use a copy of it that nobody else could change.
code-backup-packed = Something in this backup was packed again, by another program or by somebody who means harm. We did not unpack it; your backpack is as it was.
    .next = Use the file as Badgefolio wrote it.
code-backup-changed = This backup is not as it was written: it is damaged, or somebody changed it. Your backpack is as it was.
    .next = Copy the file once more, or use another backup.
code-backup-unsound = This backup opens, but what is in it is damaged or was not made by Badgefolio. Your backpack is as it was.
    .next = Use another backup.
