# Wie es um einen Badge steht, in den Worten, die Fenster, Seite und Befehlszeile teilen.

mark-verified = Bestätigt
    .sentence = Dieser Badge ist echt, und er gilt noch.
mark-signed-unknown = Unterschrieben, Aussteller unbekannt
    .sentence = Seit der Unterschrift wurde nichts geändert. Unterschreiben kann aber jede und jeder: Wir wissen nicht, wer { $issuer } ist.
mark-key-changed = Mit anderem Schlüssel unterschrieben
    .sentence = Achtung: Er ist mit einem anderen Schlüssel unterschrieben, als { $issuer } ihn vorher hatte. Verlassen Sie sich nicht darauf, bevor der Aussteller gefragt wurde.
mark-inconclusive = Nicht prüfbar
    .sentence = Wir konnten nicht sehen, ob er echt ist. Das heißt nicht, dass etwas nicht stimmt.
mark-expired = Abgelaufen
    .sentence = Er war echt. Seine Zeit endete am { $date }.
    .undecided = Seine Zeit endete am { $date }. Ob er echt war, konnten wir nicht sehen.
mark-not-yet-valid = Noch nicht gültig
    .sentence = Er ist echt und gilt ab dem { $date }.
    .undecided = Er gilt ab dem { $date }. Ob er echt ist, konnten wir nicht sehen.
mark-suspended = Ausgesetzt
    .sentence = Der Aussteller hat ihn ausgesetzt. Das kann enden.
mark-revoked = Zurückgezogen
    .sentence = Der Aussteller hat ihn zurückgezogen.
mark-not-genuine = Nicht echt
    .sentence = Jemand hat ihn nach der Unterschrift geändert, oder jemand anderes hat ihn unterschrieben.
mark-damaged = Beschädigt
    .sentence = Darin fehlt etwas, das ein Badge braucht.

outcome-passed = In Ordnung
outcome-failed = Nicht in Ordnung
outcome-inconclusive = Nicht prüfbar
outcome-not-applicable = Trifft nicht zu
outcome-information = Zur Kenntnis

check-structure = Vollständig
check-schema = Form
check-proof = Unterschrift
check-issuer-key = Wer unterschrieben hat
check-issuer-identity = Wer der Aussteller ist
check-validity-period = Gültigkeit
check-status = Zurückgezogen?
check-recipient = Für wen
check-image = Das Bild
check-endorsements = Was andere sagen
check-evidence = Nachweise
check-mail = Die E-Mail dazu
