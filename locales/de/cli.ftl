# Was die Kommandozeile sagt. Die Worte für Marken, Ergebnisse und Prüfungen stehen in marks.ftl.

# Köpfe von Spalten und Zeilen
cli-id = Kennung
cli-badge = Badge
cli-issuer = Aussteller
cli-state = Stand
cli-issued = Ausgestellt am
cli-valid-until = Gültig bis
cli-description = Wofür es ihn gibt
cli-criteria = Was dafür zu tun war
cli-work = Lernzeit
cli-competences = Kompetenzen
cli-tags = Stichworte
cli-for = Ausgestellt für
cli-checked = Geprüft
cli-checks = Was geprüft wurde
cli-evidence = Ihre Nachweise
cli-issuer-evidence = Nachweise des Ausstellers
cli-stacks = In den Stapeln
cli-copies = Kopien
cli-sources = Woher er kam
cli-name = Name
cli-note = Notiz
cli-size = Größe
cli-title = Titel
cli-badges = Badges
cli-kind = Art
cli-made = Angelegt
cli-leading = wird gezeigt
cli-next = Was zu tun ist: { $text }
cli-mail = E-Mail „{ $subject }“ von { $from }

# Ein Badge in einer Liste von Ergebnissen
cli-found-in = { $input } · { $path }
cli-by = { $name }, von { $issuer }
cli-no-name = (ohne Namen)
cli-not-read-yet = (noch nicht gelesen)
cli-link-assertion = Ein Link zu einem Badge bei { $host }. Ihm wurde nicht gefolgt: { $url }
cli-link-page = Ein Link zu einer Seite über einen Badge bei { $host }. Ihm wurde nicht gefolgt: { $url }
cli-link-claim = Ein Link bei { $host }, unter dem ein Badge abgeholt werden kann. Ihm wurde nicht gefolgt: { $url }
cli-link-offer = Ein Angebot für einen Badge bei { $host }. Ihm wurde nicht gefolgt: { $url }
cli-link-login = Dort wird zuerst nach einem Konto gefragt.
cli-passed-over = Übergangen: { $path }: { $reason }
cli-error = { $input }: { $message }
cli-wanted = Mehr ließe sich sagen mit Dokumenten von: { $hosts }. Um dort zu fragen: --allow HOST

# Aufnehmen
cli-kept-new = Aufgenommen als { $id }.
cli-kept-copy = Eine weitere Kopie von { $id }; liegt jetzt bei ihm.
cli-kept-renewal = Aufgenommen als { $id }; er erneuert einen vorhandenen Badge.
cli-kept-known = Schon bekannt: { $id }.
cli-held = Im Eingang als { $id }.
cli-not-read = Seine Adresse ist bekannt, der Badge selbst wurde noch nicht gelesen.
cli-import-looked = { $name } durchgesehen: { $count ->
    [one] eine E-Mail oder Datei
   *[other] { $count } E-Mails und Dateien
}.
cli-import-stopped = Angehalten. Was bis dahin gefunden wurde, bleibt; derselbe Befehl macht weiter und behält nichts doppelt.
cli-progress-found = { $count ->
    [one] ein Badge
   *[other] { $count } Badges
}
cli-import-sum = { $count ->
    [0] Kein neuer Badge.
    [one] { $count } Badge aufgenommen.
   *[other] { $count } Badges aufgenommen.
 }
cli-import-held = { $count ->
    [one] { $count } Badge wartet im Eingang.
   *[other] { $count } Badges warten im Eingang.
 }
cli-made-keyring = Ein Rucksack wurde in { $folder } angelegt. Sein Schlüssel liegt im Schlüsselbund dieses Computers.
cli-made-passphrase = Ein Rucksack wurde in { $folder } angelegt. Er öffnet sich mit Ihrer Passphrase.
cli-perhaps-same = Vielleicht derselbe wie { $id }, „{ $name }“: gleicher Name, Aussteller, Tag und gleiche Person. Sie entscheiden; von selbst wird nichts zusammengelegt.
cli-is-this-you = Die E-Mail ging an { $address }. Wenn Sie das sind: badgefolio identity add { $address }

# Listen
cli-list-empty = Im Rucksack ist noch kein Badge. So kommt einer hinein: badgefolio import DATEI
cli-search-empty = In keinem Badge stehen diese Worte.
cli-link = Link
cli-found-where = Gefunden in
cli-waits-for = zu holen bei { $host }
cli-waits-for-tracker = zu holen über { $host }, wo Klicks gezählt werden
cli-inbox-empty = Im Eingang wartet nichts.
cli-stacks-empty = Es gibt noch keinen Stapel. So legen Sie einen an: badgefolio stack create NAME
cli-stack-empty = In diesem Stapel ist noch kein Badge. So kommt einer hinein: badgefolio stack add STAPEL KENNUNG
cli-evidence-empty = Zu diesem Badge gibt es noch keinen Nachweis von Ihnen. So fügen Sie einen an: badgefolio evidence add KENNUNG DATEI
cli-issuers-empty = Noch kein Aussteller ist als bekannt markiert. So markieren Sie einen: badgefolio issuer add KENNUNG
cli-issuer-since = Markiert am
cli-identities-empty = Noch keine Adresse ist als Ihre bekannt. So fügen Sie eine hinzu: badgefolio identity add ADRESSE
cli-decision-new = neu
cli-decision-copy = weitere Kopie
cli-decision-renewal = Erneuerung
cli-kind-file = Datei
cli-kind-link = Link
cli-kind-text = Text
cli-slot-keyring = Schlüsselbund
cli-slot-passphrase = Passphrase
cli-slot-recovery = Notfall-Code

# Erledigt
cli-done-kept = { $count ->
    [one] { $count } Badge in den Rucksack gelegt.
   *[other] { $count } Badges in den Rucksack gelegt.
 }
cli-done-dismissed = { $count ->
    [one] { $count } Badge verworfen.
   *[other] { $count } Badges verworfen.
 }
cli-done-evidence-added = Angefügt als { $id }.
cli-done-evidence-removed = Entfernt.
cli-done-stack-created = Stapel { $id } angelegt.
cli-done-stack-changed = { $count ->
    [one] In „{ $title }“ liegt jetzt { $count } Badge.
   *[other] In „{ $title }“ liegen jetzt { $count } Badges.
 }
cli-done-identity-added = { $address } ist jetzt eine Ihrer Adressen.
cli-done-identity-removed = { $address } ist keine Ihrer Adressen mehr.
cli-done-issuer-added = { $issuer } ist als bekannt markiert. „{ $badge }“: { $mark }
cli-done-registry-added = Das Register „{ $name }“ ist hinzugefügt.
cli-done-registry-removed = Das Register { $id } ist entfernt.
cli-done-trust-list-added = { NUMBER($count) ->
    [one] Eine Zertifizierungsstelle
   *[other] { NUMBER($count) } Zertifizierungsstellen
} aus „{ $name }“ hinzugefügt.
cli-done-trust-list-removed = Die Liste { $id } ist entfernt.
cli-registries-empty = Sie haben kein Register von Ausstellern hinzugefügt.
cli-registry = Register
cli-registry-asked = wird gefragt
cli-issuers = Aussteller
cli-added = Hinzugefügt
cli-trust-lists-empty = Sie haben keine Liste von Zertifizierungsstellen hinzugefügt.
cli-trust-list = Liste
cli-authorities = Stellen
cli-done-issuer-removed = { $issuer } ist nicht mehr als bekannt markiert.
cli-done-key-added = Schlüssel { $id } hinzugefügt.
cli-done-key-removed = Der Schlüssel ist entfernt.
cli-done-written = Geschrieben: { $name } ({ $size })
cli-recorded = { $count ->
    [one] { $count } Dokument in { $folder } aufbewahrt.
   *[other] { $count } Dokumente in { $folder } aufbewahrt.
 }
cli-recorded-left-out = { $count ->
    [one] { $count } Dokument passte nicht mehr in { $folder }.
   *[other] { $count } Dokumente passten nicht mehr in { $folder }.
 }

# LinkedIn
cli-linkedin-open = Öffnen Sie diese Adresse; LinkedIn zeigt dann sein Formular, schon ausgefüllt:
cli-linkedin-copy = Bleibt das Formular leer, kopieren Sie dies:
cli-linkedin-name = Name
cli-linkedin-organization = Ausstellende Organisation
cli-linkedin-issue-date = Ausstellungsdatum
cli-linkedin-expiration-date = Ablaufdatum
cli-linkedin-credential-id = Nachweis-ID
cli-linkedin-credential-url = Nachweis-URL

# Durchsicht
cli-review-profile = „{ $title }“
cli-review-holder = Darin steht der Name { $name }. Bewiesen hat das niemand.
cli-review-intact = An der Datei wurde seit dem Weitergeben nichts geändert.
cli-review-broken = Die Datei wurde nach dem Weitergeben geändert.
cli-review-none = Die Datei hat keine eigene Unterschrift: Was um die Badges herum steht, kann jeder geändert haben.
cli-review-made = Nach eigener Angabe angelegt am { $date }.
cli-review-described = Nur beschrieben: Der Badge selbst ist nicht in der Datei, also war nichts zu prüfen.
cli-review-sender = Das Programm des Absenders sagte: { $verdict }. Das ist das Wort des Absenders; die Antwort darüber ist unsere.
cli-review-evidence-unchanged = { $name }: die Datei, die weitergegeben wurde
cli-review-evidence-changed = { $name }: nicht die Datei, die weitergegeben wurde
cli-review-evidence-missing = { $name }: nicht vorhanden
cli-review-evidence-link = { $name }: ein Link, nicht angesehen
cli-review-sum = { NUMBER($good) } von { NUMBER($count) } bestätigt

# Fragen
cli-ask-passphrase = Passphrase des Rucksacks:{" "}
cli-ask-new-passphrase = Eine Passphrase für den neuen Rucksack:{" "}
cli-ask-again = Noch einmal dieselbe:{" "}
cli-follow = Es gibt einen Link zu einem Badge bei { $host }: { $url }
cli-follow-tracker = Dieser Link zählt Klicks für { $host }: Wer ihn fragt, verrät dem Absender, dass Sie und niemand sonst ihm gefolgt sind. Vielleicht ist ein Badge dahinter.
cli-ask-host-kept = { $host } fragen? Dort erfährt man die Internetadresse dieses Computers, was gefragt wird und wann; sonst nichts von Ihnen. Ein Ja wird gemerkt. [j/N]{" "}
cli-follow-failed = { $url }: { $reason }
cli-ask-host = { $host } fragen? Dort erfährt man, dass und wann jemand diesen Badge prüft. [j/N]{" "}
cli-ask-dns = Den Schlüssel von { $domain } für E-Mails nachschlagen? Ihr Nameserver, und wer ihn betreibt, erfährt, dass und wann dieser Computer nach { $domain } fragt. [j/N]{" "}
cli-ask-dns-kept = Den Schlüssel von { $domain } für E-Mails nachschlagen? Ihr Nameserver, und wer ihn betreibt, erfährt, dass und wann dieser Computer nach { $domain } fragt. Ein Ja wird gemerkt. [j/N]{" "}
cli-answer-yes = j

# Fortschritt
cli-progress-checking = Prüfen
cli-progress-reading = Lesen

cli-portfolio-title = Meine Badges
cli-panic = In Badgefolio ist etwas schiefgegangen. Nichts ging verloren; was aufbewahrt war, ist aufbewahrt.

# Bedienung
code-cli-not-yet = „{ $command }“ gibt es noch nicht. Es kommt mit einer späteren Version.
    .next = Alles, was es gibt: badgefolio --help
code-cli-format-not-yet = Das Format „{ $format }“ gibt es noch nicht.
    .next = Es gibt html, pdf, json und csv.
code-cli-format-unknown = Ein Format „{ $format }“ gibt es nicht.
    .next = Es gibt html, pdf, json und csv.
code-cli-locale-unknown = Die Sprache „{ $locale }“ wird hier nicht gesprochen.
    .next = Es gibt en und de.
code-cli-time = „{ $text }“ ist kein Zeitpunkt.
    .next = Schreiben Sie ihn wie 2026-11-21T09:00:00Z.
code-cli-no-code = Kein Code heißt „{ $code }“.
    .next = Codes stehen in der Ausgabe von verify --json, zum Beispiel proof.ok.
code-cli-secret-file = Die Datei { $name } mit dem Passwort kann nicht gelesen werden.
    .next = Nennen Sie eine Datei, deren erste Zeile das Passwort oder Token ist.
code-cli-passphrase-file = Die Passphrasen-Datei { $name } kann nicht gelesen werden.
    .next = Nennen Sie eine Datei, deren erste Zeile die Passphrase ist.
code-cli-passphrases-differ = Die beiden Passphrasen sind nicht gleich.
    .next = Versuchen Sie es noch einmal.

cli-account = Konto
cli-account-user = Name dort
cli-account-scanned = Zuletzt durchgesehen
cli-account-never = noch nie
cli-accounts-empty = Sie haben kein Konto hinzugefügt.
cli-account-looked-at = { $count ->
    [0] Dort ist nichts Neues.
    [one] Ein neues Stück angesehen.
   *[other] { $count } neue Stücke angesehen.
 }
cli-done-account-added = Das Konto bei { $host } ist hinzugefügt. Durchsehen: badgefolio account scan { $id }
cli-done-account-removed = Das Konto { $id } und sein Passwort sind entfernt.
cli-done-account-secret = Das neue Passwort liegt im Schlüsselbund Ihres Systems.

# Sicherung
cli-backup-keep = Sie ist verschlüsselt wie Ihr Rucksack: Wer sie öffnet, braucht Ihre Passphrase oder Ihren Notfall-Code. Bewahren Sie sie auf einem anderen Datenträger auf.
cli-restore-of = Eine Sicherung vom { $date }. Der Rucksack, der hier ist, wird beiseitegelegt, nicht gelöscht.
cli-ask-backup = Passphrase oder Notfall-Code der Sicherung:{" "}
cli-done-restored = { $count ->
    [one] Die Sicherung vom { $date } ist zurückgeholt: { $count } Badge.
   *[other] Die Sicherung vom { $date } ist zurückgeholt: { $count } Badges.
 }
cli-restore-aside = Der Rucksack, der vorher hier war, liegt in { $folder }. Nichts davon wurde gelöscht.
cli-restore-keyring = Er öffnet sich auch mit dem Schlüsselbund dieses Computers.
cli-restore-no-keyring = Er öffnet sich mit seiner Passphrase oder seinem Notfall-Code. Damit es auch mit dem Schlüsselbund dieses Computers geht: badgefolio key add keyring
cli-restore-yours = Alles darin gilt von nun an als Ihres: was nachgeschlagen wurde, wen Sie kennen, Ihr Schlüssel. Wenn Ihnen jemand anderes diese Datei gegeben hat, behalten Sie sie nicht hier: Nehmen Sie einen eigenen Ordner dafür (--backpack ORDNER).
cli-done-recovery-added = Der Notfall-Code { $id } ist hinzugefügt. Schreiben Sie ihn auf und bewahren Sie ihn nicht bei diesem Computer auf; er wird nur jetzt gezeigt:
