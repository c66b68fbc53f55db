# Putting a portfolio together and handing it out

portfolio-lead = What you put together for somebody.
portfolio-empty = Nothing to hand out yet
portfolio-empty-text = A portfolio is one page with the badges that you choose. First put a badge into your backpack.
portfolio-shown = Badges shown
portfolio-add = Add
portfolio-choose = Choose badges
portfolio-choose-stack = Take a whole stack
portfolio-none = No badge chosen yet. Only what you choose goes out.
portfolio-left-out = { $count ->
    [0] Nothing is left out
    [one] Left out: { $count } badge
   *[other] Left out: { $count } badges
 }
portfolio-take-out = Leave out { $name }
portfolio-about = About you
portfolio-title = For what it is
portfolio-title-hint = For example: “Application: warehouse team”.
portfolio-name = Your name
portfolio-name-hint = As it is to stand at the top. It may stay empty.
portfolio-text = A few words from you
portfolio-language = Language of the page
portfolio-evidence = My own evidence goes along
portfolio-evidence-hint = Files, links and texts that you attached to these badges.
portfolio-before = Before you hand it out
portfolio-nothing-else = Nothing else goes out
portfolio-nothing-else-text = Your other badges, addresses and notes stay here.
portfolio-things = { $count ->
    [one] { $count } thing to look at first
   *[other] { $count } things to look at first
 }
portfolio-look = Look
portfolio-preview = As the other person sees it
portfolio-preview-as = Preview as
portfolio-as-page = Page
portfolio-as-phone = Phone
portfolio-size = One file, { $size }
portfolio-save = Save the page
portfolio-saved = Saved: { $name }
portfolio-saved-text = Send this file, or put it on a stick. It opens in any browser, and Badgefolio can check it.
portfolio-handed-out = Handed out so far
portfolio-share = { $count ->
    [one] { $at }, with { $count } badge
   *[other] { $at }, with { $count } badges
 }
portfolio-untitled = Without a title
portfolio-later = As a PDF and for other programs: not yet.
portfolio-preview-empty = Choose a badge, and you see the page here as the other person will see it.
