# Einstellungen

settings-security = Sicherheit
settings-passphrase = Passphrase
settings-passphrase-has = Seit { $date }. Sie öffnet Ihren Rucksack, auch auf einem anderen Computer.
settings-passphrase-none = Noch keine. Mit einer kommen Sie auch hinein, wenn der Passwortspeicher dieses Computers verloren ist.
settings-passphrase-add = Eine wählen
settings-passphrase-title = Passphrase wählen
settings-passphrase-kept = Passphrase gemerkt
settings-passphrase-remove = Entfernen
settings-passphrase-remove-title = Passphrase entfernen?
settings-passphrase-remove-text = Dann öffnet nur noch der Passwortspeicher dieses Computers Ihren Rucksack. Ist er verloren, sind es auch Ihre Badges.
settings-passphrase-removed = Passphrase entfernt
settings-keep = Behalten
settings-keyring = Auf diesem Computer ohne Nachfrage öffnen
settings-keyring-on = Der Schlüssel liegt im Passwortspeicher Ihres Systems.
settings-keyring-off = Die Passphrase wird jedes Mal gefragt.
settings-keyring-missing = Ihr System bietet keinen Passwortspeicher. Darum wird die Passphrase jedes Mal gefragt.
settings-keyring-last = Wählen Sie zuerst eine Passphrase, um das abzuschalten: Ein Weg hinein muss bleiben.
settings-cancel = Abbrechen
settings-addresses = Meine Adressen
settings-addresses-lead = Damit sehen wir, welche Badges Ihnen ausgestellt wurden. Sie bleiben auf diesem Computer.
settings-addresses-none = Noch keine Adresse.
settings-address = E-Mail-Adresse
settings-address-add = Hinzufügen
settings-address-odd = Eine E-Mail-Adresse sieht so aus: name@mail.example.
settings-address-added = Adresse hinzugefügt
settings-address-remove = { $address } entfernen
settings-address-removed = { $address } entfernt
settings-undo = Zurückholen
settings-language = Sprache
settings-language-of = Sprache von Badgefolio
settings-language-hint = Badges bleiben in der Sprache, in der sie geschrieben wurden.
settings-appearance = Aussehen
settings-theme = Hell oder dunkel
settings-theme-system = Wie das System
settings-theme-light = Hell
settings-theme-dark = Dunkel
settings-contrast = Mehr Kontrast
settings-contrast-hint = Schwarz auf Weiß, kräftigere Linien.
settings-text = Textgröße
settings-text-hint = Alles wächst mit, bis zur doppelten Größe.
settings-internet = Internet
settings-internet-lead = Badgefolio fragt nur die Orte, die Sie erlaubt haben.
settings-internet-none = Sie haben noch keinen erlaubt.
settings-internet-stop = Nicht mehr erlauben
settings-internet-stop-host = { $host } nicht mehr erlauben
settings-known = Aussteller, die Sie kennen
settings-known-lead = Diese haben Sie als bekannt markiert. Ein Badge gilt als das ihre, wenn es mit einem hier gemerkten Schlüssel signiert ist. Ein anderer Schlüssel löst einen Alarm aus.
settings-known-none = Noch keiner. Sie markieren einen Aussteller bei einem seiner Badges.
settings-known-since = Seit { $date } · { $keys ->
    [one] ein Schlüssel
   *[other] { NUMBER($keys) } Schlüssel
}
settings-known-remove = { $issuer } nicht mehr als bekannt zählen
settings-registries = Register von Ausstellern
settings-registries-lead = Wer in einem Register steht, das Sie hinzufügen, gilt als bekannt. Fügen Sie nur Register von Leuten hinzu, denen Sie glauben.
settings-registries-none = Noch kein Register.
settings-registry-hint = { $count ->
    [one] Ein Aussteller
   *[other] { NUMBER($count) } Aussteller
} · hinzugefügt { $date }
settings-registry-asked = Wird nach jedem Aussteller gefragt, wenn Sie zugestimmt haben · hinzugefügt { $date }
settings-registry-remove = { $name } entfernen
settings-registry-choose = Datei wählen
settings-registry-address = Adresse eines Registers
settings-registry-odd = Die Adresse eines Registers beginnt mit https://
settings-registry-fetch = Holen
settings-registry-fetch-name = { $name } holen
settings-registry-host = Fragt { $host }
settings-registry-directory = Das ist eine Liste von Registern. Holen Sie die, denen Sie glauben wollen:
settings-registry-added = { $name } hinzugefügt
settings-trust-lists = Zertifizierungsstellen
settings-trust-lists-lead = Europäische Nachweise tragen ein Siegel. Dafür, wessen es ist, bürgen Zertifizierungsstellen. Fügen Sie eine Liste derer hinzu, denen Sie glauben, zum Beispiel die Vertrauensliste eines Landes.
settings-trust-lists-none = Noch keine Liste. Ohne eine lassen sich Siegel nicht ganz prüfen.
settings-trust-list-hint = { $count ->
    [one] Eine Stelle
   *[other] { NUMBER($count) } Stellen
} · hinzugefügt { $date }
settings-trust-list-remove = { $name } entfernen
settings-trust-list-choose = Liste wählen
settings-trust-list-added = { $count ->
    [one] Eine Stelle
   *[other] { NUMBER($count) } Stellen
} aus { $name } hinzugefügt
settings-folder = Wo alles liegt
settings-folder-text = Alles liegt verschlüsselt in diesem Ordner:
