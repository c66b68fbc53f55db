"""What somebody would write in an hour: badges out of a mailbox into a table, with Python's own mailbox and sqlite3 and the bakery of
the Open Badges community. Verifies nothing, encrypts nothing, makes no small pictures, keeps no reports.

Usage: peer.py MAILBOX DATABASE; prints how many badges it found.
"""

import hashlib
import io
import mailbox
import sqlite3
import sys

from openbadges_bakery import unbake


def main(path, database):
    store = sqlite3.connect(database)
    store.execute("CREATE TABLE badges(digest BLOB PRIMARY KEY, badge TEXT, image BLOB, sender TEXT, subject TEXT, date TEXT)")
    for message in mailbox.mbox(path, create=False):
        for part in message.walk():
            if part.get_content_type() not in ("image/png", "image/svg+xml"):
                continue
            image = part.get_payload(decode=True)
            badge = unbake(io.BytesIO(image))
            if badge:
                digest = hashlib.sha256(badge.encode()).digest()
                row = (digest, badge, image, message["From"], message["Subject"], message["Date"])
                store.execute("INSERT OR IGNORE INTO badges VALUES (?, ?, ?, ?, ?, ?)", row)
    store.commit()
    print(store.execute("SELECT count(*) FROM badges").fetchone()[0])


main(*sys.argv[1:])
