# Die exportierte Seite, LinkedIn, was vor dem Weitergeben zu wissen ist, und was eine Durchsicht sagt.

## Die Seite

page-skip = Zu den Badges
page-default-title = Portfolio
page-document-title = { $name }: Portfolio
page-for = Zusammengestellt für { $audience }
page-until = Zum Lesen gedacht bis { $date }

page-headline = { $badges }: { $marks }
page-headline-hours = { $badges }, { $hours }: { $marks }
page-badges = { $count ->
    [one] { $count } Badge
   *[other] { $count } Badges
 }
page-count-verified = { NUMBER($count) } bestätigt
page-count-signed-unknown = { NUMBER($count) } unterschrieben, Aussteller unbekannt
page-count-key-changed = { NUMBER($count) } mit anderem Schlüssel unterschrieben
page-count-inconclusive = { NUMBER($count) } nicht prüfbar
page-count-expired = { NUMBER($count) } abgelaufen
page-count-not-yet-valid = { NUMBER($count) } noch nicht gültig
page-count-suspended = { NUMBER($count) } ausgesetzt
page-count-revoked = { NUMBER($count) } zurückgezogen
page-count-not-genuine = { NUMBER($count) } nicht echt
page-count-damaged = { NUMBER($count) } beschädigt

page-found = Das hat die Wallet von { $name } am { $date } festgestellt.
page-found-nameless = Das hat die Wallet der absendenden Person am { $date } festgestellt.
page-found-between = Das hat die Wallet von { $name } zwischen dem { $first } und dem { $last } festgestellt. Wann genau, steht bei jedem Badge.
page-found-between-nameless = Das hat die Wallet der absendenden Person zwischen dem { $first } und dem { $last } festgestellt. Wann genau, steht bei jedem Badge.
page-check-link = Selbst prüfen

page-badges-heading = Badges
page-further-badges = Weitere Badges
page-badge-unnamed = Ein Badge ohne Namen
page-issuer-unnamed = einem Aussteller ohne Namen
page-from = von { $issuer }
page-given-until = { $date }, gültig bis { $until }
page-until-only = gültig bis { $date }
page-level = Stufe { $level }
page-described-only = Dieser Badge ist hier nur beschrieben. Er selbst ist nicht in dieser Datei, also kann ihn niemand prüfen.
page-checked-on = Geprüft am { $date }.
page-earned = Wofür es ihn gab.
page-criteria-link = Die Seite des Ausstellers dazu
page-competences = Kompetenzen
page-checks = Was geprüft wurde
page-recipient-match = Er wurde für eine Adresse der absendenden Person ausgestellt.
page-recipient-mismatch = Er wurde für eine andere Adresse ausgestellt als die der absendenden Person.
page-recipient-unknown = Ob er für die absendende Person ausgestellt wurde, war nicht zu sehen.
page-identity-pinned = Die absendende Person hat diesen Aussteller als bekannt markiert.

page-evidence = Nachweise
page-evidence-unnamed = Nachweis
page-evidence-issuer = vom Aussteller
page-evidence-holder = hinzugefügt von { $name }
page-evidence-sender = hinzugefügt von der absendenden Person
page-evidence-file = { $kind }, { $size }. Der Nachweis liegt in dieser Datei: Öffnen Sie sie in Badgefolio, um ihn anzusehen.

page-hours = Stunden
page-hours-by-competence = Stunden nach Kompetenz
page-hours-all-verified = { $hours } sind in bestätigten Badges genannt.
page-hours-none-verified = { $hours } sind in Badges genannt, die nicht bestätigt sind.
page-hours-some-verified = Von { $total } sind { $verified } in bestätigten Badges genannt und { $other } in Badges, die nicht bestätigt sind.
page-hours-verified = Bestätigt
page-hours-unverified = Nicht bestätigt
page-hours-more = { $count ->
    [one] Und { $count } weitere Kompetenz.
   *[other] Und { $count } weitere Kompetenzen.
 }

page-how = So prüfen Sie selbst
page-how-signed = Jeder Badge ist von seinem Aussteller unterschrieben oder liegt unter dessen eigener Adresse. Wird in einem unterschriebenen Badge auch nur ein Buchstabe geändert, passt die Unterschrift nicht mehr. Ob ein Badge seit dem { $date } zurückgezogen wurde, kann nur der Aussteller sagen.
page-how-sure = Um ganz sicher zu gehen,
page-how-open = öffnen Sie diese Datei in Badgefolio auf Ihrem eigenen Computer. Eine Seite kann nicht für sich selbst bürgen. Die ursprünglichen Badges sind darin enthalten.
page-how-step-save = Speichern Sie diese Datei, wie sie ist.
page-how-step-open = Öffnen Sie Badgefolio und wählen Sie „Durchsicht“. Einen Rucksack brauchen Sie dafür nicht.
page-how-step-read = Geben Sie diese Datei hinein. Badgefolio prüft jeden Badge und jeden Nachweis neu und sagt, was stimmt.
page-how-whole = Die Seite als Ganzes ist mit einem Schlüssel der absendenden Person unterschrieben. Das zeigt, ob darin etwas geändert wurde. Es zeigt nicht, wer die Person ist.
page-without-sign = Zeichen, für die in dieser Datei Buchstaben fehlen, stehen hier als �. In den Badges in der Datei sind sie da.
page-foot = Zusammengestellt von { $name } am { $date } mit Badgefolio. Was gezeigt wird, hat { $name } ausgewählt; wer dafür einsteht, sagen die Badges.
page-foot-nameless = Zusammengestellt am { $date } mit Badgefolio. Was gezeigt wird, hat die absendende Person ausgewählt; wer dafür einsteht, sagen die Badges.

## Vor dem Weitergeben

code-handout-not-genuine-left-out = { $count ->
    [one] Weggelassen, weil nicht echt: { $names }.
   *[other] { $count } Badges sind weggelassen, weil sie nicht echt sind: { $names }.
 }
    .next = Bitten Sie den Aussteller um eine neue Kopie.
code-handout-not-verified = { $count ->
    [one] Dieser Badge ist nicht bestätigt: { $names }. Auf der Seite steht das dabei.
   *[other] { $count } Badges sind nicht bestätigt: { $names }. Auf der Seite steht das dabei.
 }
    .next = Prüfen Sie sie vor dem Weitergeben noch einmal, oder lassen Sie sie weg.
code-handout-other-recipient = { $count ->
    [one] Dieser Badge wurde für eine Adresse ausgestellt, die nicht bei Ihren steht: { $names }.
   *[other] { $count } Badges wurden für Adressen ausgestellt, die nicht bei Ihren stehen: { $names }.
 }
    .next = Wenn es Ihre Adresse ist, tragen Sie sie in den Einstellungen ein.
code-handout-address-plain = { $count ->
    [one] In diesem Badge ist Ihre E-Mail-Adresse zu lesen: { $names }.
   *[other] In { $count } Badges ist Ihre E-Mail-Adresse zu lesen: { $names }.
 }
    .next = Wenn niemand sie sehen soll, geben Sie nur eine Beschreibung weiter. Prüfen lässt er sich dann nicht.
code-handout-address-hashed = { $count ->
    [one] Dieser Badge enthält Ihre E-Mail-Adresse in verdeckter Form: { $names }. Wer die Adresse errät, kann erkennen, dass es Ihre ist.
   *[other] { $count } Badges enthalten Ihre E-Mail-Adresse in verdeckter Form: { $names }. Wer die Adresse errät, kann erkennen, dass es Ihre ist.
 }
    .next = Wenn das niemand können soll, geben Sie nur eine Beschreibung weiter. Prüfen lässt er sich dann nicht.
code-handout-grades-inside = { $count ->
    [one] In diesem Badge stehen Noten oder Ergebnisse: { $names }. Sie lassen sich nicht herausnehmen.
   *[other] In { $count } Badges stehen Noten oder Ergebnisse: { $names }. Sie lassen sich nicht herausnehmen.
 }
    .next = Wenn niemand sie sehen soll, geben Sie nur eine Beschreibung weiter. Prüfen lässt er sich dann nicht.
code-handout-evidence-included = { $count ->
    [one] Einer Ihrer Nachweise geht mit.
   *[other] { $count } Ihrer Nachweise gehen mit.
 }
    .next = Sehen Sie sich die Vorschau an: Ist etwas dabei, das nicht für die andere Person bestimmt ist?
code-handout-link-left-out = Der Link { $name } ist weggelassen: Nur Adressen, die mit https beginnen, werden weitergegeben.
code-handout-large = Die Datei hat etwa { $size } MB. Viele Postfächer nehmen das nicht an.
    .next = Lassen Sie große Nachweise weg, oder geben Sie die Datei auf anderem Weg weiter.
code-handout-linkable = Alles, was Sie weitergeben, ist mit demselben Schlüssel unterschrieben. Wer zwei Ihrer Portfolios bekommt, kann erkennen, dass sie von derselben Person sind.

code-portfolio-empty = Es ist kein Badge da, der weitergegeben werden kann.
    .next = Wählen Sie mindestens einen Badge aus.
code-portfolio-pdf-not-made = Das PDF konnte nicht erstellt werden.
    .next = Geben Sie stattdessen eine Seite (HTML) weiter, und melden Sie das bitte.
code-portfolio-too-large = Die Datei hätte etwa { $size } MB. Mehr als { $limit } MB lassen sich nicht wieder öffnen.
    .next = Lassen Sie große Nachweise weg.
code-portfolio-not-signed = Ihr Schlüssel konnte das Portfolio nicht unterschreiben.
    .next = Schließen Sie Ihren Rucksack auf, und versuchen Sie es noch einmal.

## LinkedIn

code-linkedin-fields-may-stay-empty = Es kann sein, dass LinkedIn diese Angaben nicht übernimmt. Kopieren Sie sie dann einzeln in das Formular.
code-linkedin-no-date = Der Badge hat kein Datum, das sich lesen lässt.
    .next = Tragen Sie Monat und Jahr selbst ein.
code-linkedin-no-public-page = Dieser Badge hat keine öffentliche Seite, auf die LinkedIn verweisen könnte. Das Feld bleibt weg.
code-linkedin-page-unchecked = Der Link führt zu { $host }. Ob der Badge dort zu sehen ist, haben wir nicht nachgesehen.
    .next = Öffnen Sie die Adresse einmal, bevor Sie sie verwenden.
code-linkedin-too-long = Ein Name ist länger als { $count } Zeichen. LinkedIn kürzt ihn vielleicht.

## Öffnen, was jemand weitergegeben hat

code-shared-profile-not-one = Das ist kein Portfolio aus Badgefolio.
    .next = Wählen Sie die Seite oder Datei, die Sie bekommen haben, unverändert aus.
code-shared-profile-several = Diese Datei enthält mehr als ein Portfolio. Jemand hat sie verändert, deshalb wird sie nicht geöffnet.
    .next = Bitten Sie um eine neue Kopie.
code-shared-profile-too-large = Die Datei ist größer als { $limit } MB. Sie wird nicht geöffnet.
    .next = Bitten Sie um eine kleinere.
code-shared-profile-damaged = Dieses Portfolio ist beschädigt und lässt sich nicht lesen.
    .next = Bitten Sie um eine neue Kopie. Als Anhang verschickt bleibt es heil.
code-shared-profile-version = Dieses Portfolio stammt aus einem neueren Badgefolio (Version { $version } des Formats), das dieses hier nicht versteht.
    .next = Installieren Sie die aktuelle Version von Badgefolio.
code-shared-profile-manifest-unreadable = Das Inhaltsverzeichnis dieses Portfolios lässt sich nicht lesen.
    .next = Bitten Sie um eine neue Kopie.

code-review-manifest-broken = In diesem Portfolio wurde nach dem Zusammenstellen etwas geändert, oder jemand anderes hat es unterschrieben. Auf Namen, Texte und Reihenfolge ist kein Verlass. Die Badges werden für sich geprüft.
    .next = Bitten Sie um eine neue Kopie.
code-review-holder-key-differs = Das Portfolio ist mit einem anderen Schlüssel unterschrieben als dem, den es nennt.
code-review-second-manifest = Die Datei enthält ein zweites Inhaltsverzeichnis. Es zählt das erste.
code-review-newer-minor = Das Portfolio stammt aus einem neueren Badgefolio (Version { $version } des Formats). Vielleicht ist mehr darin, als hier gezeigt wird.
code-review-past-its-date = Gedacht war es zum Lesen bis { $date }.
code-review-blob-unnamed = { $count ->
    [one] Die Datei enthält einen Teil, auf den nichts darin verweist.
   *[other] Die Datei enthält { $count } Teile, auf die nichts darin verweist.
 }
code-review-blob-changed = Ein Teil dieses Badges wurde nach dem Weitergeben geändert.
    .next = Bitten Sie um eine neue Kopie.
code-review-blob-missing = Ein Teil dieses Badges ist nicht in der Datei.
    .next = Bitten Sie um eine neue Kopie.
code-review-described-only = Dieser Badge ist nur beschrieben. Er selbst wurde nicht weitergegeben, also war nichts zu prüfen.
    .next = Bitten Sie um den Badge selbst.
code-review-credential-unreadable = Was als Badge weitergegeben wurde, lässt sich nicht als Badge lesen.
    .next = Bitten Sie um eine neue Kopie.
code-review-badge-twice = Derselbe Badge ist zweimal enthalten: { $name }. Seine Stunden zählen einmal.
code-review-name-differs = Die absendende Person nennt diesen Badge „{ $name }“. Im Badge selbst steht etwas anderes.
code-review-issuer-differs = Die absendende Person nennt „{ $name }“ als Aussteller. Im Badge selbst steht etwas anderes.
code-review-sender-says-otherwise = Die Wallet der absendenden Person kam am { $date } zu einem anderen Ergebnis: { $verdict ->
    [valid] gut
    [invalid] nicht gut
    [revoked] zurückgezogen
    [suspended] ausgesetzt
    [expired] abgelaufen
    [not-yet-valid] noch nicht gültig
   *[other] nicht prüfbar
 }. Es zählt, was hier festgestellt wurde.
code-review-evidence-changed = Der Nachweis { $name } wurde nach dem Anhängen geändert.
    .next = Bitten Sie um das Original.
code-review-evidence-missing = Der Nachweis { $name } ist nicht in der Datei.
    .next = Bitten Sie darum.
code-review-evidence-not-signed = Für den Nachweis { $name } hat die absendende Person nicht unterschrieben.
code-review-evidence-signature-broken = Die Unterschrift der absendenden Person unter dem Nachweis { $name } passt nicht.
    .next = Bitten Sie um das Original.

## Die Tabelle

csv-name = Badge
csv-issuer = Aussteller
csv-holder = Gehört
csv-awarded = Ausgestellt am
csv-expires = Gültig bis
csv-state = Stand
csv-checked = Geprüft um
csv-hours = Stunden
csv-competences = Kompetenzen
csv-id = Kennung
csv-link = Link
