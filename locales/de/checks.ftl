# Was jede Prüfung ergeben hat, und warum.

## Vollständig
code-structure-ok = Alles, was ein Badge dieser Art braucht, ist da.
code-structure-missing = Es fehlt etwas, das ein Badge braucht: „{ $member }“.
    .next = Bitten Sie den Aussteller um eine neue Kopie.
code-structure-wrong = Etwas darin ist nicht, was es sein muss: „{ $member }“.
    .next = Bitten Sie den Aussteller um eine neue Kopie.
code-structure-date = „{ $member }“ ist kein Datum, das es gibt.
    .next = Bitten Sie den Aussteller um eine neue Kopie.
code-structure-ambiguous = Er enthält zwei Badges in einem und sagt nicht, welcher gemeint ist.
    .next = Bitten Sie den Aussteller um eine neue Kopie.
code-structure-not-built-yet = Diese Art von Bescheinigung ({ $format }) wird noch nicht angesehen. Eine spätere Version wird das tun.
    .next = Behalten Sie sie. Nach einer Aktualisierung von Badgefolio wird sie geprüft.
code-structure-not-read = Bisher wissen wir nur, wo der Badge liegt, nicht was darin steht.
    .next = Erlauben Sie uns, dort zu fragen.
code-structure-no-badge = Das ist eine unterschriebene Aussage, aber kein Badge.
code-structure-envelope = Darin stecken weitere Badges. Jeder wird für sich geprüft.

## Form
code-schema-none = Er verlangt keinen Vergleich mit einer Form.
code-schema-ok = Er folgt der Form, die er nennt.
code-schema-broken = Er folgt der Form nicht, die er nennt: „{ $member }“.
    .next = Bitten Sie den Aussteller um eine neue Kopie.
code-schema-not-had = Er nennt eine Form, der er folgt. Wir haben sie nicht und haben deshalb nicht verglichen.
code-schema-unreadable = Die Form, die er nennt, ist nicht lesbar.
code-schema-other = Wo die Form liegen soll, die er nennt, liegt eine andere.
code-schema-too-much-work = Ein Vergleich mit der Form, die er nennt, würde zu lange dauern oder weitere Dokumente brauchen.
code-schema-kind-unknown = Er nennt eine Form von einer Art ({ $kind }), die wir nicht kennen.

## Unterschrift
code-proof-ok = Seit der Unterschrift wurde in diesem Badge nichts geändert.
code-proof-hosted = { $host }, wo der Aussteller seine Badges aufbewahrt, sagt dasselbe.
code-proof-none = Niemand hat diesen Badge unterschrieben, und er nennt keinen Ort, an dem der Aussteller ihn aufbewahrt. Jede und jeder kann ihn geschrieben haben.
    .next = Bitten Sie den Aussteller um eine unterschriebene Kopie.
code-proof-altered = Die Unterschrift passt nicht zu dem, was im Badge steht.
    .next = Bitten Sie den Aussteller um eine neue Kopie. Geben Sie diese nicht weiter.
code-proof-malformed = Was die Unterschrift sein sollte, ist keine: „{ $member }“.
    .next = Bitten Sie den Aussteller um eine neue Kopie.
code-proof-suite-not-built-yet = Er ist auf eine Weise unterschrieben ({ $suite }), die wir noch nicht prüfen. Eine spätere Version wird das tun.
    .next = Behalten Sie ihn. Nach einer Aktualisierung von Badgefolio wird er geprüft.
code-proof-suite-unsupported = Er ist auf eine Weise unterschrieben ({ $suite }), die wir nicht prüfen können.
    .next = Bitten Sie den Aussteller um eine Kopie, die auf üblichere Weise unterschrieben ist.
code-proof-blockcerts = Er beruht auf einem Eintrag in einem öffentlichen Register (Blockcerts). Das schlagen wir nicht nach.
    .next = Bitten Sie den Aussteller um eine unterschriebene Kopie, oder prüfen Sie ihn dort, wo man Blockcerts prüft.
code-proof-algorithm-refused = Seine Unterschrift ({ $alg }) schützt nichts. Jede und jeder kann ihn geschrieben haben.
    .next = Bitten Sie den Aussteller um eine neue Kopie.
code-proof-key-kind = Die Unterschrift ({ $alg }) und der Schlüssel des Ausstellers gehören nicht zusammen.
    .next = Bitten Sie den Aussteller um eine neue Kopie.
code-proof-key-weak = Der Schlüssel ist so schwach, dass eine Unterschrift damit nichts beweist.
    .next = Bitten Sie den Aussteller um einen Badge mit einem stärkeren Schlüssel.
code-proof-key-not-had = Wir haben den Schlüssel des Ausstellers nicht bekommen.
    .next = Versuchen Sie es noch einmal, und erlauben Sie uns, beim Aussteller zu fragen.
code-proof-undefined-term = Er enthält etwas, das keine Unterschrift abdeckt: „{ $term }“. Es kann nachträglich hinzugefügt worden sein.
    .next = Bitten Sie den Aussteller um eine neue Kopie.
code-proof-disguised = Er ist so geschrieben, dass Programme etwas anderes lesen als Menschen: „{ $term }“.
    .next = Bitten Sie den Aussteller um eine neue Kopie. Geben Sie diese nicht weiter.
code-proof-context-unknown = Um ihn zu lesen, brauchen wir eine Beschreibung seiner Wörter, die wir nicht haben: { $address }
    .next = Versuchen Sie es noch einmal, und erlauben Sie uns, dort zu fragen.
code-proof-linked-data = Wir konnten ihn nicht so lesen, wie er unterschrieben wurde.
    .next = Bitten Sie den Aussteller um eine neue Kopie, oder versuchen Sie es nach einer Aktualisierung von Badgefolio.
code-proof-too-symmetric = Er enthält so viele gleich aussehende Teile, dass die Prüfung der Unterschrift zu lange dauern würde.
    .next = Bitten Sie den Aussteller um eine einfachere Kopie.
code-proof-too-large = Er ist zu groß, als dass wir die Unterschrift prüfen könnten.
    .next = Bitten Sie den Aussteller um eine kleinere Kopie.
code-proof-too-deep = Er ist zu tief verschachtelt, als dass wir die Unterschrift prüfen könnten.
    .next = Bitten Sie den Aussteller um eine einfachere Kopie.
code-proof-expired = Die Unterschrift sollte nur bis zum { $date } gelten. Dieser Tag ist vorbei.
    .next = Bitten Sie den Aussteller um einen neuen.
code-proof-previous-missing = Die Unterschrift beruht auf einer anderen, die nicht da ist.
    .next = Bitten Sie den Aussteller um eine vollständige Kopie.
code-proof-previous-bad = Die Unterschrift beruht auf einer anderen, die nicht stimmt.
    .next = Bitten Sie den Aussteller um eine neue Kopie. Geben Sie diese nicht weiter.
code-proof-previous-undecided = Die Unterschrift beruht auf einer anderen, die wir nicht prüfen konnten.
    .next = Versuchen Sie es noch einmal, und erlauben Sie uns, auf der Website des Ausstellers zu fragen.
code-proof-needs-derivation = Das ist die Kopie, aus der Sie auswählen, was Sie zeigen. So, wie sie ist, können andere sie nicht prüfen.
    .next = Erzeugen Sie eine Kopie zum Weitergeben, und behalten Sie diese für sich.
code-proof-critical = Er verlangt etwas („{ $member }“), das wir nicht kennen. Dann darf man sich nicht auf ihn verlassen.
    .next = Bitten Sie den Aussteller um eine neue Kopie.
code-proof-claim-differs = Die Hülle und der Badge darin sagen Verschiedenes: „{ $member }“.
    .next = Bitten Sie den Aussteller um eine neue Kopie.
code-proof-hosted-not-had = Der Aussteller bewahrt diesen Badge bei { $host } auf, und dort haben wir nicht gefragt.
    .next = Erlauben Sie uns, { $host } zu fragen.
code-proof-hosted-missing = Bei { $host } gibt es diesen Badge nicht mehr.
    .next = Fragen Sie den Aussteller.
code-proof-hosted-unreadable = Was { $host } uns gegeben hat, ist kein Badge, den wir lesen können.
    .next = Versuchen Sie es später noch einmal, oder fragen Sie den Aussteller.
code-proof-hosted-other = Bei { $host } liegt ein anderer Badge.
    .next = Bitten Sie den Aussteller um eine neue Kopie. Geben Sie diese nicht weiter.
code-proof-hosted-out-of-scope = Er liegt bei { $host }. Dort bewahrt der genannte Aussteller seine Badges nicht auf.
    .next = Bitten Sie den Aussteller um eine neue Kopie. Geben Sie diese nicht weiter.
code-proof-hosted-no-address = Er ist nicht unterschrieben und sagt nicht, wo der Aussteller ihn aufbewahrt. Jede und jeder kann ihn geschrieben haben.
    .next = Bitten Sie den Aussteller um eine neue Kopie.
code-proof-sender-copy = Die einzige Kopie von { $host } kam von der Person, die das gesendet hat. Sie erklärt, aber sie beweist nichts.
    .next = Erlauben Sie uns, { $host } selbst zu fragen.
code-proof-hosted-differs = Die Datei sagt etwas anderes als die Kopie des Ausstellers. Es gilt die Kopie des Ausstellers.
code-proof-http = Er kam von { $host }, unterwegs ungeschützt. Jemand dazwischen könnte ihn geändert haben.
code-proof-redirected = Die Adresse des Ausstellers hat uns zu { $host } weitergeschickt.
code-proof-other-failed = Eine weitere Unterschrift darauf ({ $suite }) ist nicht in Ordnung.
code-proof-other-undecided = Eine weitere Unterschrift darauf ({ $suite }) war nicht prüfbar.
code-proof-other-ok = Eine weitere Unterschrift darauf ({ $suite }) ist auch in Ordnung.
code-proof-created-later = Laut der Unterschrift entstand sie am { $date }. Dieser Tag kommt erst noch.
code-proof-inline-context = Er bringt für einige seiner Wörter eine eigene Beschreibung mit.
code-proof-oeb-unsigned-members = Open Educational Badges unterschreibt nicht alles, was es schreibt. Was keine Unterschrift abdeckt, haben wir weggelassen: { $members }
code-proof-context-fetched = Die Beschreibung einiger seiner Wörter kam von { $address }.
code-proof-selective = Er zeigt nur, was die Inhaberin oder der Inhaber zeigen wollte. Das alles ist unterschrieben.
code-proof-disclosure-foreign = Ihm wurde ein Teil hinzugefügt, den der Aussteller nicht unterschrieben hat.
    .next = Bitten Sie den Aussteller um eine neue Fassung. Geben Sie diese nicht weiter.
code-proof-disclosure-refused = Die Teile, die er zeigt, sind so zusammengesetzt, dass zwei Lesende Verschiedenes sehen können.
    .next = Bitten Sie den Aussteller um eine neue Fassung. Geben Sie diese nicht weiter.
code-proof-holder-ok = Wer ihn weitergab, hat auch das unterschrieben, am { $date } für { $audience }, mit dem Schlüssel, an den er gebunden ist.
code-proof-holder-bad = Wer ihn weitergab, hat auch das unterschrieben, aber diese Unterschrift passt nicht. Über den Badge sagt das nichts.
code-proof-draft-suite = Die Art der Unterschrift ist so genannt, wie nur ein Entwurf des Standards sie nannte ({ $suite }).

## Wer unterschrieben hat
code-issuer-key-ok = Der Schlüssel der Unterschrift gehört zu { $issuer }.
code-issuer-key-self = Der Name des Ausstellers ist sein Schlüssel, und dieser Schlüssel hat unterschrieben.
code-issuer-key-hosted = Er liegt dort, wo { $issuer } seine Badges aufbewahrt, bei { $host }.
code-issuer-key-none = Es gibt keine Unterschrift, also hat niemand unterschrieben.
code-issuer-key-other-issuer = Er wurde mit einem Schlüssel unterschrieben, der nicht zu { $issuer } gehört.
    .next = Bitten Sie den Aussteller um eine neue Kopie. Geben Sie diese nicht weiter.
code-issuer-key-not-listed = { $issuer } führt den Schlüssel nicht auf, mit dem unterschrieben wurde.
    .next = Fragen Sie den Aussteller. Geben Sie diesen Badge nicht weiter.
code-issuer-key-not-for-statements = { $issuer } hat diesen Schlüssel, aber nicht zum Unterschreiben von Badges.
    .next = Bitten Sie den Aussteller um eine neue Kopie.
code-issuer-key-purpose = Die Unterschrift wurde für etwas anderes als einen Badge geleistet.
    .next = Bitten Sie den Aussteller um eine neue Kopie.
code-issuer-key-controller = Der Schlüssel der Unterschrift gehört jemand anderem: { $controller }
    .next = Bitten Sie den Aussteller um eine neue Kopie. Geben Sie diese nicht weiter.
code-issuer-key-expired = Der Schlüssel, mit dem er unterschrieben ist, sollte nur bis { $date } gelten. Dieser Tag ist vorbei.
    .next = Bitten Sie den Aussteller um eine neue Kopie.
code-issuer-key-revoked = Der Aussteller hat den Schlüssel, mit dem er unterschrieben ist, am { $date } zurückgenommen.
    .next = Bitten Sie den Aussteller um eine neue Kopie. Geben Sie diese nicht weiter.
code-issuer-key-not-had = Ob der Schlüssel zu { $issuer } gehört, kann nur { $host } sagen, und dort haben wir nicht gefragt.
    .next = Erlauben Sie uns, { $host } zu fragen.
code-issuer-key-document-missing = { $host } kennt diesen Aussteller nicht mehr. Niemand kann sagen, wessen Schlüssel es ist.
    .next = Fragen Sie den Aussteller.
code-issuer-key-document-unreadable = Was { $issuer } über seine Schlüssel veröffentlicht, ist nicht lesbar.
    .next = Versuchen Sie es später noch einmal, oder fragen Sie den Aussteller.
code-issuer-key-document-other = Wo { $issuer } sein sollte, ist jemand anderes: { $controller }
    .next = Fragen Sie den Aussteller. Geben Sie diesen Badge nicht weiter.
code-issuer-key-sender-copy = Was wir über den Schlüssel wissen, kam von der Person, die das gesendet hat. Es erklärt, aber es beweist nichts.
    .next = Erlauben Sie uns, { $host } selbst zu fragen.
code-issuer-key-method-not-built-yet = Schlüssel dieser Art ({ $method }) werden noch nicht nachgeschlagen. Eine spätere Version wird das tun.
    .next = Behalten Sie ihn. Nach einer Aktualisierung von Badgefolio wird er geprüft.
code-issuer-key-malformed = Der Name des Schlüssels oder des Ausstellers verstößt gegen die Regeln für solche Namen.
    .next = Bitten Sie den Aussteller um eine neue Kopie.
code-issuer-key-no-lookup = Der Name des Ausstellers führt an keinen Ort, der sagen könnte, wessen Schlüssel es ist.
    .next = Bitten Sie den Aussteller um eine Kopie, in der er mit einer Adresse oder einem Schlüssel genannt ist.
code-issuer-key-undecided = Das können wir erst sagen, wenn die Unterschrift in Ordnung ist.
code-issuer-key-since-removed = Der Aussteller hat diesen Schlüssel inzwischen entfernt. Er war noch da, als dieser Badge schon Ihrer war.
code-issuer-key-oeb-leniency = Die Seite des Ausstellers bei Open Educational Badges beschreibt seinen Schlüssel auf ältere Art. Wir lesen sie trotzdem.
code-issuer-key-brought-along = Der Badge hat einen Schlüssel mitgebracht. Dieser allein beweist nichts.
code-issuer-key-purpose-unsaid = Der Aussteller sagt nicht, wofür sein Schlüssel ist.
code-issuer-key-redirected = Die Adresse des Ausstellers hat uns zu { $host } weitergeschickt.

## Wer der Aussteller ist
code-issuer-identity-registry = { $issuer } steht im Register { $registry }.
code-issuer-identity-pinned = Sie haben { $issuer } als bekannt markiert.
code-issuer-identity-domain = { $host } bürgt für { $issuer }.
code-issuer-identity-unknown = Wir wissen nicht, wer { $issuer } ist. Einen solchen Schlüssel kann jede und jeder machen.
    .next = Fragen Sie den Aussteller, und markieren Sie ihn als bekannt, wenn Sie sicher sind.
code-issuer-identity-not-decided = Das können wir erst sagen, wenn Unterschrift und Schlüssel in Ordnung sind.
code-issuer-identity-key-changed = Er ist mit einem anderen Schlüssel unterschrieben als mit dem, den Sie als bekannt markiert haben.
    .next = Fragen Sie den Aussteller, ob er einen neuen Schlüssel hat.
code-issuer-identity-http = Die Adresse des Ausstellers ist unterwegs nicht geschützt. Sie beweist deshalb nicht, wer { $issuer } ist.
    .next = Bitten Sie den Aussteller um einen Badge mit geschützter Adresse (https).
code-issuer-identity-mixed-scripts = Der Name „{ $name }“ mischt Buchstaben mehrerer Alphabete. Er könnte einen anderen Namen nachahmen.
code-issuer-identity-lookalike = Unter dem Namen { $name } kennen Sie jemand anderen. Das ist nicht derselbe Aussteller.

## Gültigkeit
code-validity-period-ok = Gültig bis zum { $until }.
code-validity-period-no-end = Er hat kein Enddatum.
code-validity-period-expired = Seine Zeit endete am { $date }.
    .next = Bitten Sie den Aussteller um einen neuen.
code-validity-period-not-yet-valid = Er gilt ab dem { $date }.
code-validity-period-unreadable = Die Daten sind nicht lesbar: „{ $member }“.
    .next = Bitten Sie den Aussteller um eine neue Kopie.
code-validity-period-not-read = Der Badge selbst ist noch nicht da. Wir kennen also seine Daten nicht.
code-validity-period-two-ends = Er nennt zwei Enddaten. Das frühere gilt.
code-validity-period-loose-date = Ein Datum darin („{ $member }“) ist so geschrieben, wie es nur ältere Badges dürfen.

## Zurückgezogen?
code-status-none = Er nennt keine Liste, auf der zurückgezogene Badges stünden.
code-status-ok = Nicht zurückgezogen. Zuletzt gefragt am { $date }.
code-status-revoked = Der Aussteller hat ihn zurückgezogen.
    .next = Fragen Sie den Aussteller nach dem Grund.
code-status-reason = Der Grund des Ausstellers: „{ $reason }“
code-status-suspended = Der Aussteller hat ihn ausgesetzt. Das kann enden.
    .next = Fragen Sie den Aussteller nach dem Grund.
code-status-kind-unknown = Er nennt eine Liste zurückgezogener Badges von einer Art ({ $kind }), die wir nicht kennen.
    .next = Fragen Sie den Aussteller, ob er noch gilt.
code-status-purpose-unknown = Der Aussteller hat ihn auf eine Weise gekennzeichnet ({ $purpose }), die wir nicht kennen.
    .next = Fragen Sie den Aussteller, was das bedeutet.
code-status-too-many-entries = Er nennt mehr Listen zurückgezogener Badges, als wir ansehen.
    .next = Fragen Sie den Aussteller, ob er noch gilt.
code-status-not-had = Wir konnten { $host } nicht fragen, ob er zurückgezogen wurde.
    .next = Versuchen Sie es noch einmal, und erlauben Sie uns, { $host } zu fragen.
code-status-list-missing = { $host } hat die Liste zurückgezogener Badges nicht mehr.
    .next = Fragen Sie den Aussteller, ob er noch gilt.
code-status-list-unreadable = Die Liste zurückgezogener Badges bei { $host } ist nicht lesbar.
    .next = Versuchen Sie es später noch einmal, oder fragen Sie den Aussteller.
code-status-list-foreign = Die Liste zurückgezogener Badges gehört jemand anderem, nicht dem Aussteller.
    .next = Fragen Sie den Aussteller, ob er noch gilt.
code-status-list-expired = Die Liste zurückgezogener Badges ist veraltet.
    .next = Prüfen Sie noch einmal, wenn Sie online sind.
code-status-list-not-yet-valid = Die Liste zurückgezogener Badges gilt erst ab einem späteren Tag.
    .next = Prüfen Sie ihn später noch einmal.
code-status-list-unproved = Die Liste zurückgezogener Badges ist nicht von dem unterschrieben, den sie nennt. Das könnte jeder geschrieben haben.
    .next = Fragen Sie den Aussteller, ob er noch gilt.
code-status-list-undecided = Wir konnten nicht prüfen, wer die Liste zurückgezogener Badges unterschrieben hat.
    .next = Versuchen Sie es noch einmal, und erlauben Sie uns, auf der Website des Ausstellers zu fragen.
code-status-list-other = Wo die Liste zurückgezogener Badges liegen soll, liegt eine andere: { $address }
    .next = Fragen Sie den Aussteller, ob er noch gilt.
code-status-list-purpose = Die genannte Liste handelt von etwas anderem, nicht von „{ $purpose }“.
    .next = Fragen Sie den Aussteller, ob er noch gilt.
code-status-list-short = Die Liste zurückgezogener Badges ist kürzer, als der Standard erlaubt. Deshalb verlassen wir uns nicht auf sie.
    .next = Fragen Sie den Aussteller, ob er noch gilt.
code-status-list-too-large = Die Liste zurückgezogener Badges ist zu groß, um sie zu lesen.
    .next = Fragen Sie den Aussteller, ob er noch gilt.
code-status-index-out-of-range = Die Liste zurückgezogener Badges hat keinen Platz für diesen Badge.
    .next = Fragen Sie den Aussteller, ob er noch gilt.
code-status-entry-broken = Was er über die Liste zurückgezogener Badges sagt, ist nicht brauchbar.
    .next = Fragen Sie den Aussteller, ob er noch gilt.
code-status-sender-copy = Die Liste zurückgezogener Badges kam von der Person, die das gesendet hat. Sie erklärt, aber sie beweist nichts.
    .next = Erlauben Sie uns, { $host } selbst zu fragen.
code-status-not-read = Ob er zurückgezogen wurde, kann nur die Kopie des Ausstellers sagen.
code-status-age = Die Auskunft ist vom { $date }.
code-status-http = Die Auskunft kam von { $host }, unterwegs ungeschützt.
code-status-list-says-withdrawn = Diese Liste sagt, der Badge sei zurückgezogen oder ausgesetzt. Wir können uns nicht darauf verlassen, aber nachfragen lohnt sich.
code-status-list-other-issuer = Die Liste führt ein anderer Aussteller, den Sie kennen: { $issuer }
code-status-list-small = Die Liste ist kurz. Wer sie führt, kann erraten, nach welchem Badge wir gefragt haben.
code-status-list-loose = Die Liste ist etwas anders geschrieben, als der Standard es sagt. Missverstehen lässt sie sich nicht.
code-status-refresh = Der Aussteller hat eine neuere Fassung davon.
code-status-message = Der Aussteller hat eine Bemerkung dazu gesetzt ({ $value }). Das nimmt den Badge nicht zurück.

## Gehört er Ihnen
code-recipient-match = Er wurde für { $address } ausgestellt, eine Ihrer Adressen.
code-recipient-mismatch = Er wurde für eine andere Adresse ausgestellt.
    .next = Gehört diese Adresse auch Ihnen? Dann fügen Sie sie in den Einstellungen hinzu.
code-recipient-unknown = Ob er Ihnen gehört, können wir nicht sagen: Er nennt niemanden, den wir mit Ihren Adressen vergleichen könnten.
code-recipient-md5 = Die Adresse darin ist schwach verborgen. Andere könnten sie erraten.
code-recipient-unsalted = Die Adresse darin ist schwach verborgen. Andere könnten Adressen ausprobieren, die sie kennen.

## Das Bild
code-image-none = Er nennt kein Bild.
code-image-not-built-yet = Das ursprüngliche Bild haben wir nicht angesehen. Eine spätere Version wird das tun.

## Was andere sagen
code-endorsements-none = Niemand anderes sagt darin etwas.
code-endorsements-ok = Andere sprechen sich dafür aus, und alle haben unterschrieben, was sie sagen.
code-endorsements-bad = Es heißt, andere sprächen sich dafür aus, aber nicht alles davon stimmt.
    .next = Fragen Sie den Aussteller.
code-endorsements-undecided = Es heißt, andere sprächen sich dafür aus. Nicht alles davon konnten wir prüfen.
code-endorsements-one-good = { $issuer } spricht sich dafür aus und hat das unterschrieben.
code-endorsements-one-bad = Was { $issuer } dazu gesagt haben soll, stimmt so nicht.
code-endorsements-one-undecided = Ob { $issuer } sich dafür ausspricht, konnten wir nicht prüfen.
code-endorsements-one-about-other = Was { $issuer } sagt, handelt von etwas anderem.

## Nachweise
code-evidence-none = Der Aussteller hat keine Nachweise angehängt.
code-evidence-no-digest = Der Aussteller nennt Nachweise, aber nichts, woran eine Änderung zu erkennen wäre.
code-evidence-not-built-yet = Die Nachweise des Ausstellers werden noch nicht verglichen. Eine spätere Version wird das tun.

## Die E-Mail dazu
code-mail-none = Die E-Mail sagt nichts, was wir prüfen könnten.

## Warum ein Dokument nicht da ist
code-document-status = Die Adresse hat mit dem Fehler { $status } geantwortet.
