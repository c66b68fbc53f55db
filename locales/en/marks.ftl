# How a badge stands, in the words that window, page and command line share.
# The value is the word beside the icon, `.sentence` what it means. `.undecided` is said instead where the signature
# itself could not be checked. $issuer is the issuer's name, $date a day.

mark-verified = Verified
    .sentence = This badge is genuine, and it is still good.
mark-signed-unknown = Signed, issuer not known
    .sentence = Nothing was changed since it was signed. Anybody could have signed it: we do not know who { $issuer } is.
mark-key-changed = Signed with another key
    .sentence = Attention: it is signed with another key than { $issuer } had before. Do not rely on it before the issuer has been asked.
mark-inconclusive = Couldn’t be checked
    .sentence = We could not see whether it is genuine. This does not mean that something is wrong.
mark-expired = Expired
    .sentence = It was genuine. Its time ended on { $date }.
    .undecided = Its time ended on { $date }. We could not see whether it was genuine.
mark-not-yet-valid = Not valid yet
    .sentence = It is genuine and counts from { $date } on.
    .undecided = It counts from { $date } on. We could not see whether it is genuine.
mark-suspended = On hold
    .sentence = The issuer has put it on hold. That can end.
mark-revoked = Withdrawn
    .sentence = The issuer has withdrawn it.
mark-not-genuine = Not genuine
    .sentence = Somebody changed it after it was signed, or somebody else signed it.
mark-damaged = Damaged
    .sentence = Something that a badge needs is missing in it.

# The outcome of one check
outcome-passed = Good
outcome-failed = Not good
outcome-inconclusive = Couldn’t be checked
outcome-not-applicable = Does not apply
outcome-information = For your information

# What each check asks
check-structure = Complete
check-schema = Form
check-proof = Signature
check-issuer-key = Who signed
check-issuer-identity = Who is the issuer
check-validity-period = Dates
check-status = Withdrawn?
check-recipient = For whom
check-image = The picture
check-endorsements = Words of others
check-evidence = Evidence
check-mail = The mail it came in
