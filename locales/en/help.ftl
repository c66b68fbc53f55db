# Help: the words, the keys, what the app does and does not do

help-lead = What the words mean, and which keys work.
help-words = The words
help-words-lead = Every underlined word in Badgefolio opens the same explanation where it stands.
help-keys = Keys
help-key-mod = Ctrl
help-key-search = Search
help-key-add = Add badges
help-key-paste = Paste a badge, anywhere
help-key-lock = Lock the backpack
help-key-views = Go to a view
help-key-regions = From one region of the window to the next
help-key-back = Back, or close what is open
help-private = What leaves this computer
help-private-text = Nothing, until you say so. Badgefolio has no account and no server. Before it asks a website, it names the website and waits for your yes.
help-not-yet = What it cannot do yet
help-not-yet-text = It does not fetch mails by itself, follow links in mails, or check the rules of a micro-degree. A few rare kinds of signatures it cannot check: then it says “Couldn’t be checked” and why.
