//! The mails: who writes what to the learner, and what hangs on it.

use std::path::Path;

use openbadges::{Credential, png};

use crate::badges::{self, LEARNER};
use crate::mail::{Attachment, Mail};
use crate::{Made, picture};

/// A mail as a file of `samples/`.
pub(crate) struct Message {
    pub(crate) file: &'static str,
    pub(crate) text: String,
}

/// A badge to hang on a mail: its bytes, its picture's name, the name of the file.
type Hung = (Vec<u8>, &'static str, &'static str);

struct Letter {
    file: &'static str,
    from: (&'static str, &'static str),
    date: &'static str,
    subject: &'static str,
    greeting: &'static str,
    body: &'static [&'static str],
    bye: &'static str,
    badges: Vec<Hung>,
}

/// All mails, in the order of their file names.
pub(crate) fn all(pictures: &Path) -> Made<Vec<Message>> {
    letters()?.into_iter().map(|letter| letter.write(pictures)).collect()
}

fn letters() -> Made<Vec<Letter>> {
    Ok(vec![
        Letter {
            file: "01-food-hygiene.eml",
            from: ("Northgate Kitchen School", "badges@northgate-kitchen.example"),
            date: "Sat, 14 Mar 2026 16:02:11 +0000",
            subject: "Your badge: Food Hygiene, Level 2",
            greeting: "Dear Robin,",
            body: &[
                "well done! You have passed the practical test, and here is your badge “Food Hygiene, Level 2”.",
                "The picture in the attachment is the badge: it holds everything that is needed to check it.",
            ],
            bye: "Your Northgate Kitchen School",
            badges: vec![(badges::food_hygiene()?, "kitchen", "food-hygiene-level-2.png")],
        },
        Letter {
            file: "02-spreadsheet-essentials.eml",
            from: ("Open Campus Nordhaven", "badges@nordhaven.example"),
            date: "Sat, 02 May 2026 09:00:41 +0000",
            subject: "You have earned “Spreadsheet Essentials”",
            greeting: "Hello Robin,",
            body: &[
                "you have finished the course “Spreadsheet Essentials”. Congratulations!",
                "Your badge is in the attachment. Keep this mail, or drop it into your wallet.",
            ],
            bye: "Open Campus Nordhaven",
            badges: vec![(badges::spreadsheets()?, "sheet", "spreadsheet-essentials.png")],
        },
        Letter {
            file: "03-deutsch-b1-sprechen.eml",
            from: ("Brückenhaus Sprachen", "nachweise@brueckenhaus-sprachen.example"),
            date: "Sat, 20 Jun 2026 17:10:05 +0200",
            subject: "Ihr Nachweis „Deutsch B1: Sprechen“",
            greeting: "Guten Tag Robin Sample,",
            body: &[
                "herzlichen Glückwunsch zur bestandenen mündlichen Prüfung!",
                "Im Anhang finden Sie Ihren digitalen Nachweis als Bild. In dem Bild steckt alles, womit sich prüfen \
                 lässt, dass er von uns stammt.",
            ],
            bye: "Ihr Brückenhaus Sprachen",
            badges: vec![(badges::german_b1()?, "speech", "deutsch-b1-sprechen.png")],
        },
        Letter {
            file: "04-forklift-driver.eml",
            from: ("Kranich Logistics Academy", "badges@kranich-logistics.example"),
            date: "Thu, 23 Apr 2026 10:05:00 +0200",
            subject: "Forklift Driver, Class 1: your badge",
            greeting: "Dear Robin Sample,",
            body: &[
                "please find attached your Open Badge “Forklift Driver, Class 1”.",
                "The licence itself will reach you by post.",
            ],
            bye: "Kranich Logistics Academy",
            badges: vec![(badges::forklift()?, "forklift", "forklift-driver-class-1.png")],
        },
        Letter {
            file: "05-ki-grundlagen.eml",
            from: ("Lernwerkstatt Lindenau", "badges@lernwerkstatt-lindenau.example"),
            date: "Sat, 14 Feb 2026 19:00:31 +0100",
            subject: "Robin, du hast einen Badge erhalten: KI-Grundlagen für Vereine",
            greeting: "Hallo Robin,",
            body: &[
                "die Lernwerkstatt Lindenau hat dir den Badge „KI-Grundlagen für Vereine“ verliehen. Er steht für acht \
                 Stunden Lernen und drei Kompetenzen.",
                "Du findest ihn im Anhang.",
            ],
            bye: "Deine Lernwerkstatt Lindenau",
            badges: vec![(badges::ai_basics()?, "network", "KI-Grundlagen für Vereine.badge.png")],
        },
        Letter {
            file: "06-first-aid-expired.eml",
            from: ("Red Lantern Rescue", "training@red-lantern.example"),
            date: "Wed, 28 Feb 2024 16:20:00 +0000",
            subject: "First Aid Refresher: your badge",
            greeting: "Dear Robin,",
            body: &["thank you for training with us. Your badge is attached; it is good for two years."],
            bye: "Red Lantern Rescue",
            badges: vec![(badges::first_aid()?, "rescue", "first-aid-refresher.png")],
        },
        Letter {
            file: "07-project-manager-tampered.eml",
            from: ("Global Skill Board", "office@global-skill-board.example"),
            date: "Fri, 09 Jan 2026 12:30:00 +0000",
            subject: "Your certificate",
            greeting: "Hello,",
            body: &["attached you find the certificate “Project Manager Expert”."],
            bye: "Global Skill Board",
            badges: vec![(badges::project_manager()?, "star", "project-manager-expert.png")],
        },
        Letter {
            file: "08-summer-camp-three-badges.eml",
            from: ("Waldkante Youth Network", "badges@waldkante.example"),
            date: "Tue, 18 Aug 2026 08:30:00 +0200",
            subject: "Three badges from the summer camp",
            greeting: "Dear Robin,",
            body: &[
                "what a week! Here are your badges from the summer camp: for leading your group, for the climbing wall, \
                 and from our friends in the nature park for the walks through the wood.",
                "See you next year!",
            ],
            bye: "Your Waldkante Youth Network",
            badges: vec![
                (badges::camp_lead()?, "camp", "youth-camp-team-lead.png"),
                (badges::climbing()?, "climbing", "climbing-wall-supervisor.png"),
                (badges::nature_guide()?, "leaf", "nature-guide.png"),
            ],
        },
    ])
}

impl Letter {
    fn write(self, pictures: &Path) -> Made<Message> {
        let mut attachments = Vec::new();
        for (badge, drawing, name) in &self.badges {
            let baked = png::bake(&picture::png(pictures, drawing)?, &Credential::read(badge)?)?;
            attachments.push(Attachment { name: (*name).into(), media_type: "image/png", bytes: baked });
        }
        let mail = Mail {
            from: self.from,
            to: LEARNER,
            date: self.date,
            subject: self.subject,
            id: self.file.trim_end_matches(".eml"),
            text: self.text(),
            html: self.html(),
            attachments,
        };
        Ok(Message { file: self.file, text: mail.write() })
    }

    fn text(&self) -> String {
        format!("{}\r\n\r\n{}\r\n\r\n{}\r\n", self.greeting, self.body.join("\r\n\r\n"), self.bye)
    }

    fn html(&self) -> String {
        let paragraphs: Vec<String> = self.body.iter().map(|text| format!("<p>{text}</p>")).collect();
        format!(
            "<!doctype html>\r\n<html><body style=\"font-family: sans-serif; line-height: 1.5\">\r\n<p>{}</p>\r\n{}\r\n\
             <p>{}</p>\r\n</body></html>\r\n",
            self.greeting,
            paragraphs.join("\r\n"),
            self.bye
        )
    }
}
