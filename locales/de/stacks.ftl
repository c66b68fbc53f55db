# Stapel: Badges, die zusammengehören

stacks-lead = Badges, die zusammengehören, für eine Stelle oder einen Kurs.
stacks-new = Neuer Stapel
stacks-empty = Noch kein Stapel
stacks-empty-text = Legen Sie Badges zusammen, die zusammengehören, zum Beispiel alles, was Sie für eine Stelle brauchen. Ein Badge kann in mehreren Stapeln liegen.
stacks-count = { $count ->
    [0] Noch kein Badge
    [one] { $count } Badge
   *[other] { $count } Badges
 }
stacks-more = Und Micro-Degrees?
stacks-more-text = Badgefolio prüft die Regeln eines Micro-Degrees noch nicht. Ein Stapel zeigt, was zusammengehört und wie viele Stunden das sind.

stack-name = Name des Stapels
stack-name-hint = Zum Beispiel: „Fit fürs Lager“.
stack-name-missing = Ein Stapel braucht einen Namen, damit Sie ihn wiederfinden.
stack-description = Wofür er ist
stack-description-hint = Ein oder zwei Sätze. Sie gehen mit dem Stapel hinaus.
stack-make = Stapel anlegen
stack-made = Stapel angelegt
stack-save = Speichern
stack-cancel = Abbrechen
stack-edit = Name und Text ändern
stack-delete = Stapel löschen
stack-delete-title = „{ $name }“ löschen?
stack-delete-text = Nur der Stapel verschwindet. Seine Badges bleiben in Ihrem Rucksack.
stack-deleted = Stapel gelöscht
stack-keep = Behalten
stack-acts = Mehr zu diesem Stapel
stack-badges = Badges in diesem Stapel
stack-add = Badges dazulegen
stack-add-title = Welche Badges?
stack-add-do = { $count ->
    [0] Dazulegen
    [one] { $count } Badge dazulegen
   *[other] { $count } Badges dazulegen
 }
stack-added = Liegt jetzt im Stapel
stack-none = Noch nichts darin
stack-none-text = Legen Sie Badges aus Ihrem Rucksack dazu. Die Reihenfolge bestimmen Sie.
stack-up = { $name } nach oben
stack-down = { $name } nach unten
stack-out = { $name } aus dem Stapel nehmen
stack-drag = { $name } ziehen
stack-taken-out = { $name } liegt nicht mehr im Stapel
stack-undo = Zurücklegen
stack-moved = { $name }, { $at } von { $count }
stack-hand-out = Weitergeben
stack-sum = { $count ->
    [one] { $count } Badge, { $hours } gelernt
   *[other] { $count } Badges, { $hours } gelernt
 }
