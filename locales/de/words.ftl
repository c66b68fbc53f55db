# Daten, Stunden und Größen, und was gesagt wird, wo Worte fehlen.

words-date = { $day }. { $month ->
    [1] Januar
    [2] Februar
    [3] März
    [4] April
    [5] Mai
    [6] Juni
    [7] Juli
    [8] August
    [9] September
    [10] Oktober
    [11] November
   *[12] Dezember
 } { $year }

words-month = { $month ->
    [1] Januar
    [2] Februar
    [3] März
    [4] April
    [5] Mai
    [6] Juni
    [7] Juli
    [8] August
    [9] September
    [10] Oktober
    [11] November
   *[12] Dezember
 } { $year }

words-moment = { $date }, { $time } Uhr UTC

words-hours = { $count ->
    [one] { $count } Stunde
   *[other] { $count } Stunden
 }
words-minutes = { $count ->
    [one] { $count } Minute
   *[other] { $count } Minuten
 }
words-hours-short = { NUMBER($count) } Std.
words-minutes-short = { NUMBER($count) } Min.
words-hours-minutes = { $hours } { $minutes }

words-bytes = { $count ->
    [one] { $count } Byte
   *[other] { $count } Bytes
 }
words-kilobytes = { NUMBER($count) } KB
words-megabytes = { NUMBER($count) } MB

words-unknown-code = Diese Version von Badgefolio hat dafür keine Worte (Code { $code }).

# Für die Tests
code-words-test-date = Am { $date }
code-words-test-count = { $count ->
    [one] { $count } Badge
   *[other] { $count } Badges
 }
