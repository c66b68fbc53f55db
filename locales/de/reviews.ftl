# Durchsicht: was jemand anders weitergegeben hat

review-lead = Öffnen Sie, was Ihnen jemand gegeben hat. Jeder Badge wird auf diesem Computer neu geprüft.
review-lead-alone = Nichts, was Sie hier ansehen, bleibt auf diesem Computer.
review-drop = Eine Portfolio-Seite oder einen Badge hierher ziehen
review-drop-text = Eine Seite aus Badgefolio, ein Badge-Bild oder eine Badge-Datei.
review-choose = Datei auswählen
review-open-another = Andere Datei öffnen
review-how = Wie wir prüfen
review-how-text = Wir glauben nichts, was die Datei über sich selbst sagt. Jede Unterschrift sehen wir uns selbst an, und eine Website fragen wir nur, wenn Sie es erlauben.
review-of = „{ $title }“, zusammengestellt am { $date }
review-of-undated = „{ $title }“
review-raw = { $name }
review-unnamed = Ohne Namen
review-all-verified = { $count ->
    [one] Der Badge ist bestätigt.
   *[other] Alle { $count } Badges sind bestätigt.
 }
review-some-verified = { $verified } von { $count } Badges bestätigt.
review-none-verified = { $count ->
    [one] Der Badge ist nicht bestätigt.
   *[other] Keiner der { $count } Badges ist bestätigt.
 }
review-no-badge = Es ist kein Badge darin.
review-counted = { $mark }: { $count }
review-anew = Wir haben alles auf diesem Computer am { $at } neu geprüft und nichts geglaubt, was die Datei über sich selbst sagt.
review-intact = Die Datei wurde nicht verändert, seit { $holder } sie zusammengestellt hat. Das sagt nichts darüber, wer { $holder } ist.
review-broken = Die Datei wurde verändert, nachdem sie zusammengestellt war. Was sie um die Badges herum sagt, ist nicht verlässlich; die Badges selbst wurden einzeln geprüft.
review-expired-profile = Diese Datei war zur Verwendung bis { $date } gedacht.
review-says = Was { $holder } schreibt
review-badges = Badges
review-hours = Ergibt zusammen
review-hours-verified = bestätigt
review-hours-not = nicht bestätigt
review-details = Was geprüft wurde
review-given = Ausgestellt am { $date }
review-until = gültig bis { $date }
review-described = Der Badge selbst ist nicht in der Datei, also gibt es nichts zu prüfen. Er ist nur beschrieben.
review-sender = Die eigene App sagte „{ $verdict }“. Darauf haben wir uns nicht verlassen.
review-evidence = Nachweise
review-evidence-unchanged = { $name }: unverändert
review-evidence-changed = { $name }: wurde verändert
review-evidence-missing = { $name }: ist nicht in der Datei
review-evidence-link = { $name }: ein Link zu { $host }
review-ask = Aussteller fragen
review-ask-text = { $count ->
    [one] Um mehr zu entscheiden, müssten wir { $count } Website fragen.
   *[other] Um mehr zu entscheiden, müssten wir { $count } Websites fragen.
 }
review-reading = Wird geprüft
review-badges-of = die Badges in dieser Datei
