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
