# Review: what somebody else handed out

review-lead = Open what somebody handed you. Every badge is checked anew on this computer.
review-lead-alone = Nothing you look at here is kept on this computer.
review-drop = Drop a portfolio page or a badge here
review-drop-text = A page made with Badgefolio, a badge picture or a badge file.
review-choose = Choose a file
review-open-another = Open another file
review-how = How we check
review-how-text = We believe nothing that the file says about itself. We look at each signature with our own eyes, and we ask a website only if you allow it.
review-of = “{ $title }”, put together on { $date }
review-of-undated = “{ $title }”
review-raw = { $name }
review-unnamed = Without a name
review-all-verified = { $count ->
    [one] The badge is verified.
   *[other] All { $count } badges are verified.
 }
review-some-verified = { $verified } of { $count } badges verified.
review-none-verified = { $count ->
    [one] The badge is not verified.
   *[other] None of the { $count } badges is verified.
 }
review-no-badge = There is no badge in it.
review-counted = { $mark }: { $count }
review-anew = We checked everything anew on this computer on { $at } and believed nothing that the file says about itself.
review-intact = The file was not changed since { $holder } put it together. That says nothing about who { $holder } is.
review-broken = The file was changed after it was put together. What it says around the badges is not reliable; the badges themselves were checked one by one.
review-expired-profile = This file was meant to be used until { $date }.
review-says = What { $holder } writes
review-badges = Badges
review-hours = Adds up to
review-hours-verified = verified
review-hours-not = not verified
review-details = What was checked
review-given = Given on { $date }
review-until = valid until { $date }
review-described = The badge itself is not in the file, so there is nothing to check. It is only described.
review-sender = Their own wallet said “{ $verdict }”. We did not rely on that.
review-evidence = Evidence
review-evidence-unchanged = { $name }: unchanged
review-evidence-changed = { $name }: was changed
review-evidence-missing = { $name }: is not in the file
review-evidence-link = { $name }: a link to { $host }
review-ask = Ask the issuers
review-ask-text = { $count ->
    [one] To decide more, we would have to ask { $count } website.
   *[other] To decide more, we would have to ask { $count } websites.
 }
review-reading = Checking
review-badges-of = the badges in this file
