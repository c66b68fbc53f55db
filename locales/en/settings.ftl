# Settings

settings-security = Security
settings-passphrase = Passphrase
settings-passphrase-has = Since { $date }. It opens your backpack, also on another computer.
settings-passphrase-none = None yet. With one you can still get in when the password store of this computer is gone.
settings-passphrase-add = Choose one
settings-passphrase-title = Choose a passphrase
settings-passphrase-kept = Passphrase kept
settings-passphrase-remove = Remove
settings-passphrase-remove-title = Remove the passphrase?
settings-passphrase-remove-text = Then only the password store of this computer opens your backpack. If it is gone, so are your badges.
settings-passphrase-removed = Passphrase removed
settings-keep = Keep it
settings-keyring = Open without asking on this computer
settings-keyring-on = The key is kept in your system’s password store.
settings-keyring-off = The passphrase is asked each time.
settings-keyring-missing = Your system offers no password store, so the passphrase is asked each time.
settings-keyring-last = To switch this off, choose a passphrase first: there has to be one way in.
settings-cancel = Cancel
settings-addresses = My addresses
settings-addresses-lead = With these we see which badges were given to you. They stay on this computer.
settings-addresses-none = No address yet.
settings-address = Mail address
settings-address-add = Add
settings-address-odd = A mail address looks like name@mail.example.
settings-address-added = Address added
settings-address-remove = Remove { $address }
settings-address-removed = { $address } removed
settings-undo = Put it back
settings-language = Language
settings-language-of = Language of Badgefolio
settings-language-hint = Badges stay in the language they were written in.
settings-appearance = Appearance
settings-theme = Light or dark
settings-theme-system = As the system
settings-theme-light = Light
settings-theme-dark = Dark
settings-contrast = Higher contrast
settings-contrast-hint = Black on white, stronger lines.
settings-text = Text size
settings-text-hint = Everything grows with it, up to twice the size.
settings-internet = Internet
settings-internet-lead = Badgefolio contacts only the places that you allowed.
settings-internet-none = You have allowed none so far.
settings-internet-stop = Stop allowing
settings-internet-stop-host = Stop allowing { $host }
settings-known = Issuers you know
settings-known-lead = You have marked these as known. A badge counts as theirs if it is signed with a key remembered here. Another key raises an alarm.
settings-known-none = None yet. You mark an issuer at one of its badges.
settings-known-since = Since { $date } · { $keys ->
    [one] one key
   *[other] { NUMBER($keys) } keys
}
settings-known-remove = Do not count { $issuer } as known any more
settings-registries = Registers of issuers
settings-registries-lead = Whoever is in a register that you add counts as known. Add only registers of people whom you believe.
settings-registries-none = No register yet.
settings-registry-hint = { $count ->
    [one] One issuer
   *[other] { NUMBER($count) } issuers
} · added { $date }
settings-registry-asked = Is asked about each issuer, after you agreed · added { $date }
settings-registry-remove = Take { $name } away
settings-registry-choose = Choose a file
settings-registry-address = Address of a register
settings-registry-odd = The address of a register begins with https://
settings-registry-fetch = Fetch
settings-registry-fetch-name = Fetch { $name }
settings-registry-host = Asks { $host }
settings-registry-directory = This is a list of registers. Fetch those that you want to believe:
settings-registry-added = Added { $name }
settings-trust-lists = Certificate authorities
settings-trust-lists-lead = European certificates carry a seal. Whose it is, certificate authorities vouch for. Add a list of those you believe, for example the trusted list of a country.
settings-trust-lists-none = No list yet. Without one, seals come out as “couldn’t be checked”.
settings-trust-list-hint = { $count ->
    [one] One authority
   *[other] { NUMBER($count) } authorities
} · added { $date }
settings-trust-list-remove = Take { $name } away
settings-trust-list-choose = Choose a list
settings-trust-list-added = { $count ->
    [one] Added one authority
   *[other] Added { NUMBER($count) } authorities
} of { $name }
settings-folder = Where it is kept
settings-folder-text = Everything lies encrypted in this folder:
