# Das Fenster. Einfache Worte, kurze Sätze, „Sie“; welche Worte gemeint sind, steht in der Gestaltung.

## Überall
ui-close = Schließen
ui-cancel = Abbrechen
ui-save = Speichern
ui-show = Anzeigen
ui-hide = Verbergen
ui-copy = Kopieren
ui-copied = Kopiert
ui-copy-what = Kopieren: { $name }
ui-copied-what = { $name } kopiert
ui-undo = Rückgängig
ui-notes = Meldungen
ui-loading = Einen Moment
ui-more = Mehr
ui-more-for = Mehr zu { $name }
ui-remove = Entfernen
ui-try-again = Noch einmal versuchen
ui-not-stated = Nicht angegeben
ui-saved-as = Gespeichert als „{ $name }“
term-all-words = Alle Wörter
failure-title = Das hat nicht geklappt
code-unworded = Es ist etwas geschehen, für das wir noch keinen Satz haben ({ $code }).
code-ui-unexpected = In Badgefolio ist etwas schiefgegangen. Es wurde nichts geändert.
    .next = Versuchen Sie es noch einmal. Bleibt es dabei, starten Sie Badgefolio neu.
code-ui-file-too-large = „{ $name }“ ist größer als { $limit } MB.
    .next = Speichern Sie die E-Mail mit dem Badge einzeln, oder nur das Bild des Badges.

## Rahmen
shell-main = Hauptmenü
shell-content = Inhalt
shell-skip = Zum Inhalt springen
shell-menu = Menü
shell-add-short = Hinzufügen
nav-add = Badges hinzufügen
nav-backpack = Rucksack
nav-inbox = Eingang
nav-stacks = Stapel
nav-portfolio = Portfolio
nav-review = Durchsicht
nav-help = Hilfe
nav-settings = Einstellungen
nav-lock = Sperren
nav-new = neu

## Erster Start
start-title = Willkommen bei Badgefolio
start-lead = Badges zeigen, was Sie können. Badgefolio bewahrt sie auf diesem Computer auf, prüft, ob sie echt sind, und hilft Ihnen, sie zu zeigen.
start-mine = Meine Badges
start-mine-text = Sammeln und prüfen Sie Ihre Badges, und geben Sie weiter, was Sie auswählen.
start-others = Badges einer anderen Person ansehen
start-others-text = Öffnen Sie, was Ihnen jemand gegeben hat, und sehen Sie selbst, was davon gilt. Nichts wird aufbewahrt.
start-promise = Kein Konto. Nichts verlässt diesen Computer, ohne dass Sie es sagen.
start-language = Sprache
start-keyring = Ihr Rucksack wird mit einem Schlüssel im Passwortspeicher dieses Computers verschlossen. Sie müssen sich nichts merken.

make-title = Ihr Rucksack entsteht
make-lead = Ihre Badges bleiben verschlossen auf diesem Computer. Sie brauchen kein Konto. Niemand sonst kann Ihren Rucksack öffnen, auch wir nicht.
make-why-title = Warum eine Passphrase?
make-why = Auf diesem Computer läuft kein Passwortspeicher, der den Schlüssel aufbewahren könnte. Ohne die Passphrase lässt sich Ihr Rucksack nicht mehr öffnen.
make-passphrase = Passphrase wählen
make-passphrase-hint = Vier oder fünf Wörter, die Sie sich merken können, zum Beispiel über einen Spaziergang. Leerzeichen sind erlaubt.
make-again = Dieselbe Passphrase noch einmal
make-differ = Die beiden sind nicht gleich. Tippen Sie sie noch einmal.
make-short = Zu kurz: mindestens { $least } Zeichen. Mehrere Wörter sind besser als eines.
make-weak = Leicht zu erraten: Fügen Sie ein oder zwei Wörter hinzu.
make-fair = Gut genug. Ein Wort mehr macht sie stark.
make-strong = Stark: sehr schwer zu erraten
make-go = Rucksack anlegen
make-back = Zurück
make-lost = Passphrase verloren heißt Rucksack verloren. Dann kann ihn niemand öffnen, auch wir nicht.

## Sperre
lock-title = Ihr Rucksack ist verschlossen
lock-passphrase = Passphrase
lock-open = Öffnen
lock-keyring = Der Schlüssel liegt im Passwortspeicher dieses Computers. Sie brauchen keine Passphrase.
lock-keyring-open = Meinen Rucksack öffnen
lock-keyring-failed = Der Passwortspeicher hat den Schlüssel nicht herausgegeben. Geben Sie stattdessen Ihre Passphrase ein.
lock-other = Stattdessen Badges einer anderen Person ansehen
damaged-title = Ihr Rucksack lässt sich nicht öffnen
damaged-text = Eine seiner Dateien ist beschädigt oder fehlt. Es wurde nichts gelöscht: Alles liegt noch in seinem Ordner.
damaged-next = Schließen Sie Badgefolio und kopieren Sie den Ordner aus einer Sicherung zurück, wenn Sie eine haben. Badges anderer können Sie inzwischen ansehen.

## Urteil über einen Badge
mark-verified = Bestätigt
mark-signed-unknown = Unterschrieben, Aussteller unbekannt
mark-inconclusive = Nicht prüfbar
mark-expired = Abgelaufen
mark-not-yet-valid = Noch nicht gültig
mark-suspended = Ausgesetzt
mark-revoked = Zurückgezogen
mark-not-genuine = Nicht echt
mark-damaged = Beschädigt

says-verified = Dieser Badge ist echt, und er gilt noch.
says-verified-yours = Dieser Badge ist echt, er gilt noch, und er wurde für Sie ausgestellt.
says-vouched = { $host } bürgt für { $issuer }.
says-signed-unknown = Seit der Unterschrift wurde nichts geändert. Unterschrieben haben könnte ihn jeder: Wir wissen nicht, wer { $issuer } ist.
    .next = Fragen Sie den Aussteller, ob dieser Badge von ihm ist.
says-inconclusive = Wir konnten nicht sehen, ob er echt ist.
    .next = Versuchen Sie es in ein, zwei Tagen noch einmal. Bleibt es dabei, bitten Sie den Aussteller um eine neue Kopie.
says-nothing-wrong = Das heißt nicht, dass etwas nicht stimmt.
says-expired = Er war echt. Seine Zeit endete am { $date }.
    .next = Bitten Sie den Aussteller um einen neuen.
says-expired-undated = Er war echt. Seine Zeit ist vorbei.
says-not-yet-valid = Er ist echt und gilt ab dem { $from }.
says-suspended = Der Aussteller hat ihn ausgesetzt. Das kann enden.
    .next = Fragen Sie den Aussteller nach dem Grund.
says-revoked = Der Aussteller hat ihn zurückgezogen.
    .next = Fragen Sie den Aussteller nach dem Grund.
says-not-genuine = Jemand hat ihn nach der Unterschrift geändert, oder jemand anderes hat unterschrieben. Ob stimmt, was darin steht, kann also niemand sagen.
    .next = Bitten Sie den Aussteller, ihn noch einmal zu schicken. Zeigen Sie ihn bis dahin besser nicht.
says-damaged = In ihm fehlt etwas, das ein Badge braucht.
    .next = Bitten Sie den Aussteller um eine neue Kopie.
verdict-checked = Geprüft am { $at }

## Prüfungen
check-structure = Vollständig
check-schema = In der Form des Ausstellers
check-proof = Unterschrift
check-issuer-key = Wer unterschrieben hat
check-issuer-identity = Wer der Aussteller ist
check-validity-period = Gültigkeit
check-status = Zurückgezogen?
check-recipient = Gehört er Ihnen
check-image = Das Bild
check-endorsements = Was andere sagen
check-evidence = Nachweise
check-mail = Die E-Mail dazu
outcome-passed = In Ordnung
outcome-failed = Nicht in Ordnung
outcome-inconclusive = Nicht prüfbar
outcome-not-applicable = Trifft nicht zu
outcome-information = Zur Kenntnis
outcome-another-address = Andere Adresse
check-next = Nächster Schritt
check-note = Außerdem
check-looked-at = Angesehen haben wir
check-document = { $origin ->
    [bundled] Liegt Badgefolio bei
    [fetched] Gefragt am { $at }
    [sender] Kam mit der Sendung
   *[archive] Aufbewahrt seit { $at }
 }
check-word = Was ist das?
check-code = Für Fachleute

## Fragen vor jedem Kontakt
consent-title = { $host } fragen?
consent-title-many = { $count } Websites fragen?
consent-why = Um „{ $badge }“ zu prüfen, müssen wir die Website des Ausstellers fragen.
consent-whom = Wir fragen bei
consent-what = Wir fragen nach
consent-what-text = dem Schlüssel des Ausstellers, seiner eigenen Kopie des Badges oder der Liste zurückgezogener Badges
consent-learn = Dort erfährt man
consent-learn-text = Ihre Internet-Adresse, und dass jemand einen Badge von dort prüft. Manche Adressen verraten auch, welcher Badge es ist. Nicht Ihren Namen.
consent-not-now = Jetzt nicht
consent-ask = Dieses Mal fragen

hours-long = { $count ->
    [one] { $hours } Stunde
   *[other] { $hours } Stunden
 }
hours-short = { $hours } Std.
picker-none = Kein Badge passt.

## Rucksack
backpack-badges = Badges
backpack-lead = { $count ->
    [one] { $count } Badge, { $hours } Lernen
   *[other] { $count } Badges, { $hours } Lernen
 }
backpack-found = { $count ->
    [0] Kein Badge gefunden
    [one] { $count } Badge gefunden
   *[other] { $count } Badges gefunden
 }
backpack-search = Name, Aussteller oder Fähigkeit suchen
backpack-search-clear = Suche leeren
backpack-sort = Sortieren
backpack-sort-newest = Neueste zuerst
backpack-sort-oldest = Älteste zuerst
backpack-sort-name = Nach Namen
backpack-sort-issuer = Nach Aussteller
backpack-layout = Zeigen als
backpack-grid = Kacheln
backpack-list = Liste
backpack-filter = Zeigen
backpack-all = Alle
backpack-nothing = Nichts gefunden zu „{ $words }“
backpack-nothing-marked = Kein solcher Badge
backpack-nothing-text = Sehen Sie auf die Schreibweise, oder suchen Sie in allen Badges.
backpack-clear = Alle Badges zeigen

empty-lead = Noch nichts darin. Legen wir Ihren ersten Badge hinein.
empty-drop = Ziehen Sie eine Badge-E-Mail oder eine Datei hierher
empty-drop-text = Ein Badge kommt oft als E-Mail mit einem Bild. Ziehen Sie die E-Mail oder das Bild in dieses Fenster. Wir finden den Badge darin und prüfen, ob er gilt.
empty-choose = Datei auswählen
empty-other = Oder beginnen Sie anders
empty-guide = Wie komme ich an meine E-Mails?
empty-guide-text = In Bildern, für die Mail-Programme, die die meisten nutzen.
empty-samples = Mit Beispiel-Badges ausprobieren
empty-samples-text = Erfundene Badges, um sich umzusehen. Sie lassen sich wieder entfernen.
empty-review = Badges einer anderen Person ansehen
empty-review-text = Öffnen Sie, was Ihnen jemand gegeben hat, und sehen Sie, was davon gilt.

## Badge
badge-column = Badge
badge-status = Status
badge-given-on = Ausgestellt am
badge-valid-until = Gültig bis
badge-hours = Stunden
badge-no-end-short = Kein Ende
