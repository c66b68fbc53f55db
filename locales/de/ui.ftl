# Das Fenster. Einfache Worte, kurze Sätze, „Sie“; welche Worte gemeint sind, steht in der Gestaltung.

## Überall
ui-close = Schließen
ui-cancel = Abbrechen
ui-show = Anzeigen
ui-hide = Verbergen
ui-copy = Kopieren
ui-copied = Kopiert
ui-copy-what = Kopieren: { $name }
ui-copied-what = { $name } kopiert
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
    .next = Ist es ein Postfach? Wählen Sie es mit „Ein gespeichertes Postfach“: Dann darf es so groß sein, wie es ist. Sonst speichern Sie die E-Mail mit dem Badge einzeln, oder nur das Bild des Badges.

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
lock-other = Badges einer anderen Person ansehen
damaged-title = Ihr Rucksack lässt sich nicht öffnen
damaged-text = Eine seiner Dateien ist beschädigt oder fehlt. Es wurde nichts gelöscht: Alles liegt noch in seinem Ordner.
damaged-next = Schließen Sie Badgefolio und kopieren Sie den Ordner aus einer Sicherung zurück, wenn Sie eine haben. Badges anderer können Sie inzwischen ansehen.

## Urteil über einen Badge

says-verified-yours = Dieser Badge ist echt, er gilt noch, und er wurde für Sie ausgestellt.
says-nothing-wrong = Das heißt nicht, dass etwas nicht stimmt.
says-expired-undated = Er war echt. Seine Zeit ist vorbei.
verdict-next-key-changed = Fragen Sie den Aussteller auf einem Weg, den Sie kennen, ob er einen neuen Schlüssel hat.
verdict-next-signed-unknown = Fragen Sie den Aussteller, ob dieser Badge von ihm ist.
verdict-next-inconclusive = Versuchen Sie es in ein, zwei Tagen noch einmal. Bleibt es dabei, bitten Sie den Aussteller um eine neue Kopie.
verdict-next-expired = Bitten Sie den Aussteller um einen neuen.
verdict-next-suspended = Fragen Sie den Aussteller nach dem Grund.
verdict-next-revoked = Fragen Sie den Aussteller nach dem Grund.
verdict-next-not-genuine = Bitten Sie den Aussteller, ihn noch einmal zu schicken. Zeigen Sie ihn bis dahin besser nicht.
verdict-next-damaged = Bitten Sie den Aussteller um eine neue Kopie.
verdict-checked = Geprüft am { $at }

## Aussteller, die man kennt, und Badges, die vielleicht dieselben sind

other-key-ask = Ich habe den Aussteller gefragt
other-key-title = Hat { $issuer } Ihnen gesagt, dass es einen neuen Schlüssel gibt?
other-key-text = Vielleicht gibt sich jemand für ihn aus. Sagen Sie nur Ja, wenn Sie es auf einem Weg erfahren haben, der sich schwer fälschen lässt: persönlich, am Telefon, auf einer Website, die Sie schon kannten. Dann gelten Badges unter dem alten und dem neuen Schlüssel als seine.
other-key-no = So lassen
other-key-yes = Auch den neuen Schlüssel merken
other-key-done = Auch der neue Schlüssel von { $issuer } ist gemerkt.
newer-ask = Nach der neueren Fassung fragen
newer-done = Der Aussteller hat eine neuere Fassung gegeben. Sie ist in Ihrem Rucksack.
known-mark = Als bekannt markieren
known-title = Sind Sie sicher, dass dieser Badge von { $issuer } ist?
known-text = Unterschreiben kann so etwas jede und jeder. Wenn Sie sicher sind, weil Sie ihn von dort selbst bekommen haben oder es Ihnen bestätigt wurde, markieren Sie den Aussteller als bekannt. Badges, die mit demselben Schlüssel unterschrieben sind, gelten in Ihrem Rucksack dann als seine.
known-cancel = So lassen
known-done = { $issuer } ist als bekannt markiert.
known-take-back = Nicht mehr als bekannt ansehen
known-taken-back = { $issuer } ist nicht mehr als bekannt markiert.

perhaps-same = Das ist vielleicht derselbe Badge wie <badge>{ $name }</badge>: Name, Aussteller, Tag und Person sind gleich. Ob Sie beide brauchen, entscheiden Sie.

## Prüfungen
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
consent-title-dns = Den Schlüssel von { $domain } für E-Mails nachschlagen?
consent-title-many = { $count } Websites fragen?
consent-why = Um „{ $badge }“ zu prüfen, müssen wir die Website des Ausstellers fragen.
consent-whom = Wir fragen bei
consent-what = Wir fragen nach
consent-what-text = dem Schlüssel des Ausstellers, seiner eigenen Kopie des Badges oder der Liste zurückgezogener Badges
consent-dns = dem Nameserver, nach dem Schlüssel von { $domain } für E-Mails
consent-dns-title = Ihr Nameserver erfährt
consent-dns-text = nach welcher Domain dieser Computer fragt, und wann. Ihn betreibt Ihr Netzwerk oder Ihr Internetanbieter, und er wird vor jedem Besuch einer Website gefragt.
consent-learn = Dort erfährt man
consent-learn-text = Ihre Internet-Adresse, und dass jemand einen Badge von dort prüft. Manche Adressen verraten auch, welcher Badge es ist. Nicht Ihren Namen.
consent-not-now = Jetzt nicht
consent-ask = Dieses Mal fragen
consent-allow = Erlauben und fragen
consent-later = Danach
consent-later-text = Wir dürfen dort wieder fragen, wenn wir Ihre Badges prüfen. In den Einstellungen können Sie das zurücknehmen.

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
badge-given = Ausgestellt am { $date }
badge-claims = kommt angeblich von { $issuer }

## Hinzufügen
add-lead = E-Mails, Dateien und <term>Bilder mit einem Badge darin</term>. Auch mehrere auf einmal.
add-drop = Dateien oder E-Mails hierher ziehen
add-drop-text = Während wir nachsehen, verlässt nichts Ihren Computer.
add-choose = Dateien auswählen
add-paste = Einfügen
add-other = Oder beginnen Sie anders
paste-title = E-Mail oder Badge einfügen
paste-label = Was Sie kopiert haben
paste-hint = Den Quelltext einer E-Mail („Original anzeigen“), den Text einer Badge-Datei oder ein kopiertes Bild.
paste-empty = Hier steht noch nichts. Kopieren Sie zuerst etwas, und fügen Sie es dann hier ein.
paste-look = Nach Badges suchen

offer-title = Ist <address>{ $address }</address> Ihre Adresse?
offer-text = Die E-Mail ging dorthin. Wenn es Ihre ist, können wir sagen, welche Badges für Sie ausgestellt wurden. Die Adresse bleibt auf diesem Computer.
offer-yes = Ja, das bin ich
offer-no = Nein
offer-added = { $address } gehört jetzt zu Ihren Adressen

found-label = Was gefunden wurde
found-title = { $count ->
    [one] { $count } Badge gefunden
   *[other] { $count } Badges gefunden
 }
found-title-known = { $count ->
    [one] Diesen Badge haben Sie schon
   *[other] Diese { $count } Badges haben Sie schon
 }
found-title-links = { $count ->
    [one] Ein Link zu einem Badge
   *[other] { $count } Links zu Badges
 }
found-title-none = Kein Badge gefunden
found-next = Noch liegt nichts davon in Ihrem Rucksack. Sehen Sie im Eingang nach, und entscheiden Sie.
found-next-known = Es wurde nichts hinzugefügt.
found-next-none = Unten sehen Sie, was wir angesehen haben und warum nichts dabei war.
found-next-links = Noch wurde niemand gefragt. Unten sehen Sie, wohin es führt und was Sie tun können.
found-inbox = Zum Eingang
found-text = Eingefügter Text
found-whole = Das Ganze
found-new = { $count ->
    [one] { $count } Badge, wartet in Ihrem Eingang
   *[other] { $count } Badges, warten in Ihrem Eingang
 }
found-known = { $count ->
    [one] { $count } Badge, den Sie genau so schon haben
   *[other] { $count } Badges, die Sie genau so schon haben
 }
found-passed = { $count ->
    [one] { $count } Teil wurde übergangen
   *[other] { $count } Teile wurden übergangen
 }
mail-from = Von { $from }

link-assertion = Ein Badge liegt bei <host>{ $host }</host>.
link-page = Eine Seite über einen Badge bei <host>{ $host }</host>.
link-claim = Bei <host>{ $host }</host> liegt ein Badge für Sie bereit, bis Sie ihn dort abholen.
link-offer = Bei <host>{ $host }</host> wird Ihnen ein Badge angeboten.
link-how = Wir folgen Links nicht von selbst. Sie sagen, ob wir den Badge von dort holen.
link-login = Dort müssen Sie sich erst anmelden. Speichern Sie den Badge dann als Bild oder Datei, und ziehen Sie diese hierher.
link-open = In meinem Browser öffnen
link-title = { $host } öffnen?
link-learn = Ihr Browser geht zu { $host }. Dort erfährt man Ihre Internet-Adresse und dass Sie diesen Link haben. Die ganze Adresse lautet:

web-mail-title = Das sieht aus wie Text aus einem Webmail-Programm
web-mail-text = Ein Badge hängt als Bild oder Datei an der E-Mail, und Anhänge kommen beim Kopieren des Textes nicht mit. Speichern Sie stattdessen die E-Mail oder das Bild.
web-mail-guide = Zeigen Sie mir, wie

guide-title = So speichern Sie eine E-Mail oder das Bild
guide-lead = Ein Badge steckt als Bild oder Anhang in der E-Mail. Speichern Sie die ganze E-Mail als Datei, oder nur das Bild, und ziehen Sie es hierher.
guide-programs = Mail-Programm
guide-gmail = Gmail
guide-gmail-1 = Öffnen Sie die E-Mail.
guide-gmail-2 = Drücken Sie oben rechts in der E-Mail auf die drei Punkte.
guide-gmail-3 = Wählen Sie „Nachricht herunterladen“. Sie erhalten eine Datei, die auf .eml endet.
guide-outlook-web = Outlook im Web
guide-outlook-web-1 = Öffnen Sie die E-Mail.
guide-outlook-web-2 = Drücken Sie oben rechts in der E-Mail auf die drei Punkte.
guide-outlook-web-3 = Wählen Sie „Herunterladen“ oder „Speichern“, und „EML“, wenn Sie gefragt werden.
guide-outlook = Outlook auf dem Computer
guide-outlook-1 = Im neuen Outlook: drei Punkte in der E-Mail, dann „Speichern unter“. Sie erhalten eine Datei, die auf .eml endet.
guide-outlook-2 = Im klassischen Outlook: Fassen Sie das angehängte Bild des Badges mit der Maus.
guide-outlook-3 = Ziehen Sie es in dieses Fenster. Die E-Mail selbst würde zu einer .msg-Datei, die wir noch nicht lesen können.
guide-apple = Apple Mail
guide-apple-1 = Wählen Sie die E-Mail in der Liste.
guide-apple-2 = Wählen Sie im Menü „Ablage“ den Punkt „Sichern als …“.
guide-apple-3 = Wählen Sie als Format „Reiner E-Mail-Text“ und sichern Sie. Sie können die E-Mail auch auf den Schreibtisch ziehen.
guide-thunderbird = Thunderbird
guide-thunderbird-1 = Wählen Sie die E-Mail in der Liste.
guide-thunderbird-2 = Wählen Sie im Menü „Datei“, „Speichern als“, „Datei“.
guide-thunderbird-3 = Speichern Sie. Sie erhalten eine Datei, die auf .eml endet. Sie können die E-Mail auch in dieses Fenster ziehen.
guide-gmx = GMX, Web.de
guide-gmx-1 = Öffnen Sie die E-Mail.
guide-gmx-2 = Drücken Sie auf „Mehr“ oder auf die drei Punkte über der E-Mail.
guide-gmx-3 = Wählen Sie „Speichern“ oder „E-Mail herunterladen“. Sie erhalten eine Datei, die auf .eml endet.
guide-picture = Nur das Bild
guide-picture-1 = Öffnen Sie die E-Mail und suchen Sie das Bild des Badges.
guide-picture-2 = Klicken Sie es mit der rechten Maustaste an, oder öffnen Sie es bei den Anhängen.
guide-picture-3 = Wählen Sie „Bild speichern unter“ oder „Herunterladen“, und ziehen Sie die Datei hierher.
guide-picture-enough = Das Bild allein genügt
guide-picture-text = Die meisten Badge-Bilder tragen den ganzen Badge in sich. Speichern Sie das Bild so, wie es ist: Ein Bildschirmfoto oder ein über Messenger geschicktes Bild hat ihn verloren.

## Eingang
inbox-lead = Gefunden, aber noch nicht in Ihrem Rucksack. Sehen Sie sich jeden an, und entscheiden Sie.
inbox-empty = Nichts wartet
inbox-empty-text = Badges, die in E-Mails und Dateien gefunden werden, warten hier auf Ihr Ja.
inbox-waiting = { $count ->
    [one] { $count } Badge wartet
   *[other] { $count } Badges warten
 }
inbox-count = { $mark }: { $count }
inbox-keep = In den Rucksack legen
inbox-keep-good = { $count ->
    [one] Den bestätigten in den Rucksack legen
   *[other] Die { $count } bestätigten in den Rucksack legen
 }
inbox-keep-unchecked = Ungeprüft in den Rucksack legen
inbox-keep-not-genuine = Behalten, als nicht echt markiert
inbox-keep-damaged = Behalten, als beschädigt markiert
inbox-ask = Jetzt den Aussteller fragen
inbox-look = Genauer ansehen
inbox-what-changed = Was wurde gefunden?
inbox-leave-out = Weglassen
inbox-links = { $count ->
    [one] Ein Link zu einem Badge
   *[other] { $count } Links zu Badges
}
inbox-links-lead = In Ihren E-Mails gefunden. Was dahinter ist, wurde nicht geholt: Dafür muss eine Website gefragt werden.
inbox-link-asks = Zu holen bei { $host }.
inbox-link-asks-tracker = Zu holen über { $host }, wo Klicks gezählt werden.
inbox-link-in = Gefunden in „{ $name }“.
inbox-mail = Aus der E-Mail „{ $subject }“, { $from }
inbox-mismatch = Er wurde für eine andere Adresse ausgestellt.
inbox-mismatch-next = Ist das auch Ihre Adresse?
inbox-copy = Diesen Badge haben Sie schon. Das ist eine weitere Kopie davon.
inbox-renewal = Sie haben einen früheren davon. Dieser wurde später ausgestellt.
inbox-kept = { $count ->
    [one] „{ $name }“ liegt in Ihrem Rucksack
   *[other] { $count } Badges liegen in Ihrem Rucksack
 }
inbox-left-out = „{ $name }“ wurde weggelassen
ui-not-stated-dot = Nicht angegeben.

## Badge: seine eigene Seite
badge-from = von <issuer>{ $issuer }</issuer>
badge-from-claims = kommt angeblich von <issuer>{ $issuer }</issuer>
badge-says = Was er sagt
badge-earned = Dafür getan.
badge-criteria-page = Mehr darüber
badge-no-end = Kein Enddatum
badge-work = Aufwand
badge-level = Niveau
badge-language = Sprache
badge-tags = Stichworte
badge-alignments = Passt zu
badge-checks = Was geprüft wurde
badge-checks-lead = Öffnen Sie eine Zeile, um mehr zu sehen.
badge-check-again = Noch einmal prüfen
badge-checked = Geprüft: { $mark }
badge-competences = Kompetenzen
badge-competence = Kompetenz
badge-area = Art
badge-hand-out = Weitergeben
badge-to-stack = Auf einen Stapel legen
badge-save-copy = Als Datei speichern
badge-linkedin = In LinkedIn eintragen
badge-remove = Entfernen
badge-remove-it = Entfernen
badge-remove-title = „{ $name }“ entfernen?
badge-remove-text = { $count ->
    [0] Der Badge kommt aus Ihrem Rucksack. Sie können ihn wieder hinzufügen, wenn Sie die E-Mail oder die Datei noch haben.
    [one] Der Badge und { $count } Nachweis von Ihnen kommen aus Ihrem Rucksack. Sie lassen sich nicht zurückholen.
   *[other] Der Badge und { $count } Nachweise von Ihnen kommen aus Ihrem Rucksack. Sie lassen sich nicht zurückholen.
 }
badge-keep = Behalten
badge-removed = „{ $name }“ wurde entfernt
badge-experts = Für Fachleute: der Badge, wie er ausgestellt wurde
copy-leading = Diese wird gezeigt
copy-other = Auch aufgehoben
copy-format = Standard
copy-securing = Unterschrift
copy-container = Kam als
copy-digest = SHA-256
copy-raw = Der Badge als Text

evidence-lead = Was zeigt, dass Sie es können. Der Teil des Ausstellers ist mit dem Badge unterschrieben. Ihrer nicht, und Sie können ihn jederzeit ändern.
evidence-issuer = Vom Aussteller
evidence-issuer-none = Der Aussteller hat keinen hineingelegt.
evidence-yours = Von Ihnen
evidence-yours-none = Noch nichts. Ein Bericht, ein Foto oder ein paar Sätze sagen mehr als ein Titel.
evidence-unnamed = Nachweis
evidence-add = Nachweis hinzufügen
evidence-add-lead = Er liegt verschlossen in Ihrem Rucksack und geht nur hinaus, wenn Sie es sagen.
evidence-kind = Art des Nachweises
evidence-kind-file = Datei
evidence-kind-link = Link
evidence-kind-text = Text
evidence-caption = Eine Zeile dazu
evidence-caption-hint = Was zeigt er? Das Feld darf leer bleiben.
evidence-drop = Datei hierher ziehen
evidence-choose = Datei auswählen
evidence-link = Adresse
evidence-link-hint = Kopieren Sie sie aus der Adresszeile Ihres Browsers.
evidence-link-wrong = Das ist kein Link. Ein Link beginnt mit https://
evidence-name = Name
evidence-text = Text
evidence-text-hint = Was haben Sie getan, und was ist daraus geworden?
evidence-text-empty = Hier steht noch nichts.
evidence-text-name = In meinen Worten
evidence-attach = Anhängen
evidence-attached = Der Nachweis liegt bei Ihrem Badge
evidence-added = Hinzugefügt am { $date }
evidence-save = Als Datei speichern
evidence-opaque = Diese Art Datei lässt sich hier nicht zeigen. Speichern Sie sie, und öffnen Sie sie mit dem Programm, das Sie dafür nutzen.
evidence-remove-title = „{ $name }“ entfernen?
evidence-remove-text = Er kommt aus Ihrem Rucksack. Er lässt sich nicht zurückholen.
evidence-keep = Behalten
evidence-removed = „{ $name }“ wurde entfernt

history-title = Verlauf
history-checked = Geprüft: { $mark }
history-mail = Gefunden in der E-Mail „{ $subject }“, { $from }
history-file = Gefunden in der Datei „{ $name }“
history-paste = Eingefügt

put-what = Auf welchen Stapel?
put-already = Er liegt schon auf: { $stacks }
put-new = Oder ein neuer Stapel
put-make = Anlegen und den Badge darauflegen
put-done = Auf „{ $title }“ gelegt

## LinkedIn
linkedin-title = In LinkedIn eintragen
linkedin-how = Öffnet sich in Ihrem Browser
linkedin-text = Ihr Browser öffnet <host>www.linkedin.com</host> mit ausgefülltem Formular. LinkedIn erfährt dann, was Sie unten sehen. Sie sehen es dort an und speichern es selbst.
linkedin-open = LinkedIn öffnen
linkedin-copy = Oder Feld für Feld kopieren
linkedin-field-name = Name
linkedin-field-organization = Ausstellende Organisation
linkedin-field-issueDate = Ausstellungsdatum
linkedin-field-expirationDate = Ablaufdatum
linkedin-field-credentialId = Zertifikats-ID
linkedin-field-credentialUrl = Zertifikats-URL
