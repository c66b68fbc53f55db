# Was man erfährt, wenn etwas nicht geht: was geschehen ist, und in .next, was zu tun ist.

## Der Rucksack

code-backpack-none = Hier ist noch kein Rucksack.
    .next = Legen Sie einen an. Das dauert einen Augenblick und braucht kein Konto.
code-backpack-exists = Hier ist schon ein Rucksack.
    .next = Öffnen Sie ihn. Um neu anzufangen, verschieben Sie zuerst seinen Ordner.
code-backpack-wrong-passphrase = Diese Passphrase öffnet den Rucksack nicht.
    .next = Versuchen Sie es noch einmal. Achten Sie auf große Buchstaben und die Sprache der Tastatur.
code-backpack-wrong-recovery-code = Dieser Notfall-Code öffnet den Rucksack nicht.
    .next = Sehen Sie noch einmal auf das Papier. Ein Notfall-Code hat acht Gruppen zu vier Zeichen.
code-backpack-no-slot-of-kind = Auf diesem Weg lässt sich der Rucksack nicht öffnen.
    .next = Öffnen Sie ihn auf einem der Wege, die für ihn eingerichtet sind.
code-backpack-empty-passphrase = Die Passphrase ist leer.
    .next = Wählen Sie einen Satz, den Sie behalten und den niemand errät.
code-backpack-unknown-slot = Diesen Weg, den Rucksack zu öffnen, gibt es nicht mehr.
    .next = Sehen Sie in den Einstellungen noch einmal nach.
code-backpack-last-slot = Das ist der letzte Weg, den Rucksack zu öffnen. Ohne ihn könnte ihn niemand mehr öffnen, auch Sie nicht.
    .next = Richten Sie zuerst einen anderen Weg ein.
code-backpack-slot-not-proven = Der neue Weg, den Rucksack zu öffnen, ging beim Ausprobieren nicht. Wir haben ihn nicht behalten.
    .next = Versuchen Sie es noch einmal, oder wählen Sie einen anderen Weg.
code-backpack-slot-too-costly = Die Datei mit den Schlüsseln verlangt mehr Arbeit von diesem Computer, als wir je verlangen. Wir haben nicht damit angefangen.
    .next = Vielleicht hat jemand die Datei keyslots.json verändert. Legen Sie Ihre eigene Kopie zurück.
code-backpack-slot-changed = Die Datei mit den Schlüsseln wurde verändert, und der Schlüssel darin passt nicht mehr.
    .next = Öffnen Sie den Rucksack auf einem anderen Weg, oder legen Sie Ihre eigene Kopie von keyslots.json zurück.
code-backpack-newer = Diesen Rucksack hat ein neueres Badgefolio angelegt. Wir haben nichts geöffnet und nichts verändert.
    .next = Aktualisieren Sie Badgefolio auf diesem Computer.
code-backpack-in-use = Der Rucksack ist in einem anderen Fenster oder von einem Befehl geöffnet.
    .next = Schließen Sie die anderen, und versuchen Sie es noch einmal.
code-backpack-busy = Ein anderes Fenster oder ein Befehl schreibt gerade in den Rucksack.
    .next = Warten Sie einen Augenblick, und versuchen Sie es noch einmal.
code-backpack-disk-full = Auf der Festplatte ist kein Platz mehr. Es wurde nichts nur halb aufgehoben.
    .next = Schaffen Sie Platz, und versuchen Sie es noch einmal.
code-backpack-folder = Der Ordner des Rucksacks lässt sich nicht lesen oder beschreiben.
    .next = Sehen Sie nach, ob die Festplatte da ist und ob Sie in den Ordner schreiben dürfen.

## Der Schlüsselbund des Computers

code-backpack-keyring-no-service = Dieser Computer hat keinen Ort, an dem er Schlüssel für Sie aufhebt.
    .next = Wählen Sie stattdessen eine Passphrase.
code-backpack-keyring-locked = Der Schlüsselbund Ihres Computers ist gesperrt.
    .next = Entsperren Sie ihn, und versuchen Sie es noch einmal, oder nehmen Sie Ihre Passphrase.
code-backpack-keyring-no-entry = Der Schlüsselbund Ihres Computers enthält den Schlüssel zu diesem Rucksack nicht.
    .next = Nehmen Sie Ihre Passphrase, oder öffnen Sie den Rucksack auf dem Computer, auf dem er angelegt wurde.
code-backpack-keyring-failed = Der Schlüsselbund Ihres Computers hat nicht geantwortet, wie er sollte.
    .next = Nehmen Sie Ihre Passphrase, oder starten Sie den Computer neu, und versuchen Sie es noch einmal.

## Wenn er beschädigt ist

code-backpack-damaged-database = Der Rucksack ist beschädigt. Wir haben nichts verändert.
    .next = Legen Sie ihn beiseite und beginnen Sie einen neuen, oder spielen Sie eine Sicherung ein. Es wird nichts gelöscht.
code-backpack-damaged-database-missing = Die Schlüssel eines Rucksacks sind da, aber der Rucksack selbst ist weg.
    .next = Suchen Sie die Datei backpack.db, und legen Sie sie in den Ordner zurück.
code-backpack-damaged-keyslots = Die Datei mit den Schlüsseln lässt sich nicht lesen, und ihre Kopie auch nicht.
    .next = Legen Sie Ihre eigene Kopie von keyslots.json zurück. Es wird nichts gelöscht.
code-backpack-damaged-keyslots-missing = Der Rucksack ist da, aber die Datei mit seinen Schlüsseln ist weg.
    .next = Suchen Sie die Datei keyslots.json, und legen Sie sie in den Ordner zurück.
code-backpack-damaged-keyslots-newer = Die Datei mit den Schlüsseln hat ein neueres Badgefolio geschrieben.
    .next = Aktualisieren Sie Badgefolio auf diesem Computer.
code-backpack-content-changed = Etwas im Rucksack ist nicht mehr das, was hineingelegt wurde.
    .next = Holen Sie es noch einmal von dort, wo es herkam, oder spielen Sie eine Sicherung ein.

## Was darin ist

code-backpack-unknown-badge = Dieser Badge ist nicht im Rucksack.
    .next = Sehen Sie noch einmal in die Liste.
code-backpack-ambiguous-badge = { $count } Badges beginnen so.
    .next = Schreiben Sie mehr Zeichen von der ID des Badges.
code-backpack-unknown-copy = Diese Kopie des Badges ist nicht im Rucksack.
    .next = Sehen Sie sich den Badge noch einmal an.
code-backpack-unknown-evidence = Dieser Nachweis ist nicht mehr im Rucksack.
    .next = Sehen Sie sich den Badge noch einmal an.
code-backpack-unknown-account = Dieses Konto gibt es nicht mehr.
    .next = Sehen Sie in die Liste Ihrer Konten.
code-backpack-unknown-stack = Diesen Stapel gibt es nicht mehr.
    .next = Sehen Sie noch einmal in die Liste der Stapel.
code-backpack-unknown-identity = Diese Adresse ist keine von Ihren.
    .next = Sehen Sie in den Einstellungen nach Ihren Adressen.
code-backpack-reserved-setting = Diese Einstellung ist nicht dafür da, von Hand geändert zu werden.
    .next = Lassen Sie sie, wie sie ist.
code-backpack-unreadable-file = Die Datei ließ sich nicht bis zum Ende lesen. Wir haben nichts angehängt.
    .next = Sehen Sie nach, ob sie noch da ist und ob sie sich anderswo öffnen lässt.
code-backpack-unwritable-file = Die Kopie ließ sich nicht schreiben.
    .next = Sehen Sie nach, ob Platz ist und ob Sie dort schreiben dürfen.
code-backpack-randomness = Dieser Computer hat uns keine Zufallszahlen gegeben, und ohne sie ist kein Schlüssel sicher.
    .next = Starten Sie den Computer neu, und versuchen Sie es noch einmal.
code-backpack-database = Im Rucksack ist etwas schiefgegangen, das nicht vorkommen sollte. Es wurde nichts nur halb aufgehoben.
    .next = Versuchen Sie es noch einmal. Wenn es wieder geschieht, sagen Sie uns, wie.

## Sicherungen

code-backup-no-key = Nur der Schlüsselbund dieses Computers öffnet Ihren Rucksack. Eine Kopie ließe sich nirgendwo sonst öffnen.
    .next = Fügen Sie zuerst eine Passphrase oder einen Notfall-Code hinzu: badgefolio key add passphrase
code-backup-exists = Eine Datei mit diesem Namen gibt es schon. Sie wurde nicht überschrieben.
    .next = Wählen Sie einen anderen Namen.
code-backup-not-one = Das ist keine Sicherung von Badgefolio.
    .next = Suchen Sie die Datei, die Badgefolio geschrieben hat. Badges selbst werden hineingelegt, nicht zurückgeholt.
code-backup-newer = Diese Sicherung hat ein neueres Badgefolio gemacht (ihre Form ist { $version }).
    .next = Bringen Sie Badgefolio auf diesem Computer auf den neuen Stand.
code-backup-truncated = Das Ende dieser Sicherung fehlt. Ihr Rucksack ist, wie er war.
    .next = Kopieren Sie die Datei noch einmal, oder nehmen Sie eine andere Sicherung.
code-backup-too-large = Diese Sicherung ist größer als jede, die Badgefolio macht. Ihr Rucksack ist, wie er war.
    .next = Nehmen Sie eine andere Sicherung.
code-backup-foreign-member = In dieser Sicherung ist etwas, das nicht hineingehört. Ihr Rucksack ist, wie er war.
    .next = Nehmen Sie eine Kopie, die sonst niemand ändern konnte.
code-backup-packed = In dieser Sicherung wurde etwas neu gepackt, von einem anderen Programm oder von jemandem, der Schaden will. Wir haben es nicht entpackt; Ihr Rucksack ist, wie er war.
    .next = Nehmen Sie die Datei so, wie Badgefolio sie geschrieben hat.
code-backup-changed = Diese Sicherung ist nicht so, wie sie geschrieben wurde: Sie ist beschädigt, oder jemand hat sie geändert. Ihr Rucksack ist, wie er war.
    .next = Kopieren Sie die Datei noch einmal, oder nehmen Sie eine andere Sicherung.
code-backup-unsound = Diese Sicherung lässt sich öffnen, aber was darin ist, ist beschädigt oder nicht von Badgefolio gemacht. Ihr Rucksack ist, wie er war.
    .next = Nehmen Sie eine andere Sicherung.
