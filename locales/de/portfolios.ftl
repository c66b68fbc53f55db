# Ein Portfolio zusammenstellen und weitergeben

portfolio-lead = Was Sie für jemanden zusammenstellen.
portfolio-empty = Noch nichts weiterzugeben
portfolio-empty-text = Ein Portfolio ist eine Seite mit den Badges, die Sie auswählen. Legen Sie zuerst einen Badge in Ihren Rucksack.
portfolio-shown = Gezeigte Badges
portfolio-add = Dazu
portfolio-choose = Badges auswählen
portfolio-choose-stack = Einen ganzen Stapel nehmen
portfolio-none = Noch kein Badge ausgewählt. Nur was Sie auswählen, geht hinaus.
portfolio-left-out = { $count ->
    [0] Nichts bleibt weg
    [one] { $count } Badge bleibt weg
   *[other] { $count } Badges bleiben weg
 }
portfolio-take-out = { $name } weglassen
portfolio-about = Über Sie
portfolio-title = Wofür es ist
portfolio-title-hint = Zum Beispiel: „Bewerbung: Lagerteam“.
portfolio-name = Ihr Name
portfolio-name-hint = So, wie er oben stehen soll. Er darf leer bleiben.
portfolio-text = Ein paar Worte von Ihnen
portfolio-language = Sprache der Seite
portfolio-evidence = Meine eigenen Nachweise gehen mit
portfolio-evidence-hint = Dateien, Links und Texte, die Sie zu diesen Badges gelegt haben.
portfolio-before = Bevor Sie es weitergeben
portfolio-nothing-else = Sonst geht nichts hinaus
portfolio-nothing-else-text = Ihre anderen Badges, Adressen und Notizen bleiben hier.
portfolio-things = { $count ->
    [one] Vorher { $count } Punkt ansehen
   *[other] Vorher { $count } Punkte ansehen
 }
portfolio-look = Ansehen
portfolio-preview = So sieht es die andere Person
portfolio-preview-as = Vorschau als
portfolio-as-page = Seite
portfolio-as-phone = Telefon
portfolio-size = Eine Datei, { $size }
portfolio-save = Seite speichern
portfolio-saved = Gespeichert: { $name }
portfolio-saved-text = Schicken Sie diese Datei, oder nehmen Sie sie auf einem Stick mit. Sie öffnet sich in jedem Browser, und Badgefolio kann sie prüfen.
portfolio-handed-out = Bisher weitergegeben
portfolio-share = { $count ->
    [one] { $at }, mit { $count } Badge
   *[other] { $at }, mit { $count } Badges
 }
portfolio-untitled = Ohne Titel
portfolio-later = Als PDF und für andere Programme: noch nicht.
portfolio-preview-empty = Wählen Sie einen Badge aus; dann sehen Sie hier die Seite so, wie die andere Person sie sieht.
