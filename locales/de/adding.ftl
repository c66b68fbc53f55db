# Die Wege hinein: Postfächer, Ordner, Links, Konten, Angebote, und was länger dauert.

## Was länger dauert
add-mailbox = Ein gespeichertes Postfach
add-mailbox-text = Sieht alle E-Mails in der Datei durch und zeigt nur die mit Badges.
add-folder = Ein Ordner
add-folder-text = Alles darin: E-Mails, Postfächer von Thunderbird oder Apple Mail, Bilder, Exporte.
job-label = Was in { $name } gefunden wurde
job-running = „{ $name }“ wird durchgesehen
job-so-far = { $looked } angesehen, { $found ->
    [0] bisher kein Badge gefunden.
    [one] bisher { $found } Badge gefunden.
   *[other] bisher { $found } Badges gefunden.
 } Sie können inzwischen weiterarbeiten.
job-stop = Anhalten
job-stop-keeps = Wenn Sie anhalten, bleibt in Ihrem Eingang, was bis dahin gefunden wurde.
job-stopping = Wird angehalten. Was bis jetzt gefunden wurde, bleibt in Ihrem Eingang.
job-ended = „{ $name }“ ist ganz durchgesehen: { $looked } Dinge.
job-stopped = Sie haben angehalten. Bis dahin haben wir in „{ $name }“ { $looked } Dinge angesehen; was gefunden wurde, ist behalten.
job-broken = Es ist abgebrochen. Bis dahin haben wir in „{ $name }“ { $looked } Dinge angesehen; was gefunden wurde, ist behalten. Beim nächsten Mal geht es dort weiter.
job-known = { $count ->
    [one] { $count } Badge war schon da.
   *[other] { $count } Badges waren schon da.
 }
job-failed-keeps = „{ $name }“ wurde nicht bis zum Ende durchgesehen. Bis dahin haben wir { $looked } Dinge angesehen und { $found } Badges gefunden; sie sind behalten.
job-seen = Gesehen
job-show = Zeigen
job-toast = { $found ->
    [0] „{ $name }“ durchgesehen: kein neuer Badge
    [one] „{ $name }“ durchgesehen: { $found } Badge gefunden
   *[other] „{ $name }“ durchgesehen: { $found } Badges gefunden
 }
found-each = { $count ->
    [one] Was darin war
   *[other] Was in jedem von { $count } war
 }
found-untold = { $count ->
    [one] { $count } weiteres enthielt nichts Neues und ist nicht aufgeführt.
   *[other] { $count } weitere enthielten nichts Neues oder sind zu viele zum Aufführen.
 }

## Links
link-field = Ein Link zu einem Badge
link-field-odd = Das sieht nicht nach einem Link zu einem Badge aus. Er beginnt mit https://
link-field-look = Ansehen
link-get = Diesen Badge von { $host } holen
link-key = Die Adresse enthält einen Schlüssel, der nur für Sie ist. Sie wird damit geöffnet, hier aber nicht gezeigt.
link-nothing = Hinter diesem Link ist kein Badge.
link-follow-why = Um den Badge zu holen, öffnen wir diesen Link bei { $host }.
link-follow-learn-tracker = Ihre Internet-Adresse, und dass Sie es waren, wer den Link geöffnet hat: Eine dieser Adressen zählt Klicks für den Absender der E-Mail.
link-follow-learn = Ihre Internet-Adresse, und dass jemand diesen Link geöffnet hat. Der Link selbst kann verraten, welcher Badge es ist und wem er geschickt wurde.

## Angebote
claim-title = Den Badge annehmen, den { $host } anbietet?
claim-why = Jemand bietet Ihnen einen Badge an. Wir fragen niemanden, bevor Sie zustimmen.
claim-offered = Dort heißt er
claim-offered-unknown = Das Angebot sagt es nicht. Sie sehen es in Ihrem Eingang.
claim-sends = Wir senden
claim-sends-code = den Code aus dem Angebot. Er sagt, wessen Badge es ist.
claim-sends-pin = den Code, den Sie eintippen
claim-sends-sign-in = nichts über Sie; Sie melden sich auf deren Website an, in Ihrem Browser
claim-sends-holder-id = die Nummer Ihres Rucksacks (DID). Wer sie bekommt, kann erkennen, dass es dieselbe Person ist.
claim-sends-signature = eine Unterschrift mit Ihrem Schlüssel, nur über diese Anfrage
claim-learn = Ihre Internet-Adresse, und dass der Badge angenommen wurde
claim-take = Badge annehmen
claim-go-on = Erlauben und weiter
claim-further = Dafür müssten wir auch dort fragen
claim-signs-in = Ihr Browser öffnet { $host }. Melden Sie sich dort an und kommen Sie dann zurück.
claim-in-browser = Wir warten auf Sie. Melden Sie sich in Ihrem Browser bei { $host } an und kommen Sie dann hierher zurück.
claim-later = Sie bekommen ihn später
claim-later-text = { $host } muss ihn erst prüfen. Öffnen Sie das Angebot nach einer Weile noch einmal.
claim-pin = Code
claim-pin-hint = Wer den Badge anbietet, hat Ihnen auf anderem Weg einen Code gegeben, zum Beispiel in einer zweiten E-Mail oder auf Papier.
claim-pin-hint-length = Wer den Badge anbietet, hat Ihnen auf anderem Weg einen Code mit { $length } Zeichen gegeben, zum Beispiel in einer zweiten E-Mail oder auf Papier.
claim-pin-said = Dort steht: { $text }
claim-pin-wrong = Dieser Code wurde nicht angenommen. Sehen Sie noch einmal nach.

## Verschlossene Exporte
unlock-needed = Das ist der Export einer anderen App, mit einem Passwort verschlossen.
unlock-type = Passwort eintippen
unlock-title = „{ $name }“ öffnen
unlock-password = Passwort des Exports
unlock-hint = Das Passwort, das Sie in der anderen App gewählt haben. Wir benutzen es einmal und behalten es nirgends.
unlock-open = Öffnen
unlock-wrong = Dieses Passwort öffnet ihn nicht. Achten Sie auf Großbuchstaben und auf die Sprache Ihrer Tastatur.

## Konten
add-mail = Mein E-Mail-Konto
add-mail-text = Sie wählen den Ordner. Wir lesen nur und ändern dort nichts.
add-platform = Meine Badge-Plattform
add-platform-text = Holt Ihre Badges von Open Educational Badges und ähnlichen Plattformen.
account-new-mail = Badges aus meinem E-Mail-Konto
account-new-mail-lead = Wir sehen einen Ordner Ihres Postfachs nach E-Mails mit Badges durch. Wir lesen nur und ändern dort nichts.
account-new-platform = Badges von meiner Badge-Plattform
account-new-platform-lead = Wir holen Ihre eigenen Badges und Sammlungen. Wir lesen nur und ändern dort nichts.
account-address = Ihre E-Mail-Adresse
account-secret-password = Passwort
account-secret-password-hint = Das Passwort Ihres Postfachs. Es kommt in den Passwortspeicher Ihres Computers und nirgendwo sonst hin.
account-secret-app-password = Passwort für eine App
account-secret-app-password-hint = Ihr Anbieter nimmt hier nicht das übliche Passwort. In Ihrem Konto dort, unter Sicherheit, macht er ein Passwort für eine App. Es kommt in den Passwortspeicher Ihres Computers und nirgendwo sonst hin.
account-secret-token = Zugangs-Token
account-secret-token-hint = Dieser Anbieter nimmt hier kein Passwort, sondern ein Token von einem Programm, das sich für Sie anmelden darf. Ohne Token speichern Sie die E-Mails als Dateien und fügen Sie diese hinzu.
account-host = Mailserver
account-host-hint = Bei vielen Anbietern kennen wir ihn. Ist das Feld leer oder der Name falsch, steht er in der Hilfe Ihres Anbieters: Suchen Sie nach „IMAP“.
account-host-some = den Mailserver
account-port = Port
account-login = Anmeldung mit
account-login-password = einem Passwort
account-login-token = einem Zugangs-Token
account-learn = Wir verbinden uns verschlüsselt mit { $host } und zeigen dort Ihre Adresse und Ihr Passwort oder Token. Dort erfährt man Ihre Internet-Adresse und dass E-Mails gelesen werden.
account-sign-in = Anmelden
account-sign-in-at = Bei { $host } anmelden
account-odd-user = Tippen Sie Ihre E-Mail-Adresse ein.
account-odd-secret = Tippen Sie das Passwort oder das Token ein.
account-odd-host = Das ist nicht der Name eines Servers. Er sieht aus wie imap.example.org
account-odd-key = Kopieren Sie es von der Plattform und setzen Sie es hier ein.
account-signed-in = Sie sind angemeldet. Welche E-Mails sollen wir durchsehen?
account-folder = Ordner
account-inbox = Posteingang
account-period = E-Mails aus
account-period-all = jeder Zeit
account-period-1 = dem letzten Jahr
account-period-3 = den letzten drei Jahren
account-period-5 = den letzten fünf Jahren
account-reads = Nur E-Mails, in denen ein Badge sein kann, werden ganz geholt. Nichts wird als gelesen markiert.
account-begin = Durchsehen
account-oeb-how = Melden Sie sich in Ihrem Browser bei openbadges.education an. Unter „Konto“, „App Integration“ machen Sie einen Schlüssel für Badgefolio; kopieren Sie beide Teile.
account-client = Client-ID
account-client-secret = Client-Secret
account-platform = Plattform
account-platform-hint = Leer lassen für Open Educational Badges.
account-oeb-learn = Wir verbinden uns mit { $host }, zeigen dort die beiden Teile des Schlüssels und holen Ihre Badges. Mit dem Schlüssel kann man dort alles in Ihrem Konto tun: Er kommt in den Passwortspeicher Ihres Computers und nirgendwo sonst hin.
account-oeb-begin = Meine Badges von { $host } holen
settings-accounts = Konten
settings-accounts-lead = Postfächer und Badge-Plattformen, die Sie nach Badges durchsehen. Nur wenn Sie es sagen.
account-none = Es gibt noch keine. Sie finden sie unter „Badges hinzufügen“.
account-at = bei { $host }.
account-at-folder = bei { $host }, Ordner „{ $folder }“.
account-never = Noch nicht durchgesehen.
account-unfinished = Nicht bis zum Ende durchgesehen; beim nächsten Mal geht es dort weiter.
account-scanned = Zuletzt durchgesehen am { $date }.
account-scan = Nach neuen Badges sehen
account-scan-of = In { $name } nach neuen Badges sehen
account-remove = Entfernen
account-remove-of = { $name } entfernen
account-remove-title = { $name } entfernen?
account-remove-text = Wir vergessen das Konto und sein Passwort. Die Badges, die daher kamen, bleiben.
account-removed = { $name } wurde entfernt
