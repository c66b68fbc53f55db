# Hilfe: die Wörter, die Tasten, was die App tut und was nicht

help-lead = Was die Wörter bedeuten und welche Tasten es gibt.
help-words = Die Wörter
help-words-lead = Jedes unterstrichene Wort in Badgefolio öffnet dieselbe Erklärung dort, wo es steht.
help-keys = Tasten
help-key-mod = Strg
help-key-search = Suchen
help-key-add = Badges hinzufügen
help-key-paste = Einen Badge einfügen, überall
help-key-lock = Rucksack abschließen
help-key-views = Zu einer Ansicht gehen
help-key-regions = Von einem Bereich des Fensters zum nächsten
help-key-back = Zurück, oder schließen, was offen ist
help-private = Was diesen Computer verlässt
help-private-text = Nichts, solange Sie nicht zustimmen. Badgefolio hat kein Konto und keinen Server. Bevor es eine Website fragt, nennt es die Website und wartet auf Ihr Ja.
help-not-yet = Was es noch nicht kann
help-not-yet-text = Es holt keine E-Mails von selbst, folgt keinen Links in E-Mails und prüft keine Regeln eines Micro-Degrees. Wenige seltene Arten von Unterschriften kann es nicht prüfen: Dann steht dort „Nicht prüfbar“ und warum.
