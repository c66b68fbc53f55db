# Was der Rahmen des Fensters sagt: Titel der Dateidialoge des Systems und Fehler des Rahmens selbst.

dialog-choose-files = E-Mails oder Badges auswählen
dialog-choose-file = Datei auswählen
dialog-choose-folder = Ordner auswählen
dialog-save = Kopie speichern

code-shell-not-https = Diese Adresse beginnt nicht mit https. Sie wurde nicht geöffnet.
    .next = Sehen Sie sich die Adresse an und geben Sie sie selbst in den Browser ein, wenn Sie ihr vertrauen.
code-shell-no-browser = Es ließ sich kein Browser starten.
    .next = Kopieren Sie die Adresse und fügen Sie sie in Ihren Browser ein.
code-shell-cannot-read = „{ $name }“ ließ sich nicht lesen.
    .next = Sehen Sie nach, ob die Datei noch da ist, und versuchen Sie es noch einmal.
code-shell-cannot-write = „{ $name }“ ließ sich dort nicht speichern.
    .next = Wählen Sie einen anderen Ordner.
code-shell-broken = In Badgefolio ist etwas schiefgegangen. Das ist unser Fehler, nicht Ihrer.
    .next = Versuchen Sie es noch einmal. Was gespeichert war, ist sicher.
code-shell-nothing-reviewed = Hier ist nichts, was noch einmal angesehen werden kann.
    .next = Öffnen Sie die Datei noch einmal.
code-shell-link-too-long = Dieser Link ist viel zu lang. Wir haben ihn nicht angesehen.
    .next = Bitten Sie, wer ihn geschickt hat, um den Badge als Datei.
code-shell-link-odd = Diesen Link versteht Badgefolio nicht. Es wurde nichts geöffnet.
    .next = Gehen Sie zurück, woher er kam, und kopieren Sie den Link dort, oder bitten Sie um den Badge als Datei.
code-shell-nothing-sealed = Hier gibt es keinen verschlossenen Export dieses Namens mehr.
    .next = Wählen Sie die Datei selbst noch einmal aus und tippen Sie dann ihr Passwort ein.
code-shell-too-much = Das ist zu viel auf einmal.
    .next = Geben Sie weniger auf einmal, oder wählen Sie die Dateien mit „Dateien auswählen“: Dann liest Badgefolio sie selbst.
