# Dates, hours and sizes, and what is said where words are missing.
# $year and $day come as text so that they are not grouped; $month is a number from 1 to 12.

words-date = { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
 } { $year }

words-month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
 } { $year }

# 21 November 2026, 09:00 UTC
words-moment = { $date }, { $time } UTC

words-hours = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
 }
words-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
 }
# In columns and plots
words-hours-short = { NUMBER($count) } h
words-minutes-short = { NUMBER($count) } min
# 1 hour 30 minutes, put together from the four above
words-hours-minutes = { $hours } { $minutes }

words-bytes = { $count ->
    [one] { $count } byte
   *[other] { $count } bytes
 }
words-kilobytes = { NUMBER($count) } KB
words-megabytes = { NUMBER($count) } MB

# A code that this version has no sentence for
words-unknown-code = This version of Badgefolio has no words for this (code { $code }).

# For the tests of the crate words: what becomes of arguments
code-words-test-date = On { $date }
code-words-test-count = { $count ->
    [one] { $count } badge
   *[other] { $count } badges
 }
