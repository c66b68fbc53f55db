//! Hours added up, verified and not verified apart.

use std::collections::BTreeMap;

use openbadges::Claims;
use verification::Mark;

/// Minutes of work, apart by whether the badge that states them is verified.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Minutes {
    /// Stated by verified badges.
    pub verified: u64,
    /// Stated by badges that could not be checked, whose issuer is not known, whose time is over or not yet begun,
    /// or that are on hold.
    pub unverified: u64,
}

impl Minutes {
    /// Both together.
    pub fn total(self) -> u64 {
        self.verified.saturating_add(self.unverified)
    }

    fn add(&mut self, mark: Mark, minutes: u64) {
        let side = if mark == Mark::Verified { &mut self.verified } else { &mut self.unverified };
        *side = side.saturating_add(minutes);
    }
}

/// The hours of a number of badges.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Hours {
    /// All together.
    pub all: Minutes,
    /// By competence, most first; the same competence of several badges added up.
    pub by_competence: Vec<CompetenceHours>,
}

/// The hours of one competence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CompetenceHours {
    /// Its name, as the first badge that has it writes it.
    pub name: String,
    /// Its hours.
    pub minutes: Minutes,
}

impl Hours {
    /// Adds up. A badge that was withdrawn, is not genuine or is damaged states nothing and does not count.
    pub fn of<'a>(badges: impl IntoIterator<Item = (&'a Claims, Mark)>) -> Hours {
        let mut all = Minutes::default();
        let mut by_key: BTreeMap<String, CompetenceHours> = BTreeMap::new();
        for (claims, mark) in badges {
            if matches!(mark, Mark::Revoked | Mark::NotGenuine | Mark::Damaged) {
                continue;
            }
            all.add(mark, of_badge(claims).unwrap_or_default());
            for competency in &claims.competencies {
                let Some(minutes) = competency.minutes.filter(|minutes| *minutes > 0) else { continue };
                let key = competency.uri.clone().unwrap_or_else(|| competency.name.trim().to_lowercase());
                let entry = by_key.entry(key).or_insert_with(|| CompetenceHours {
                    name: competency.name.clone(),
                    minutes: Minutes::default(),
                });
                entry.minutes.add(mark, minutes);
            }
        }
        let mut by_competence: Vec<CompetenceHours> = by_key.into_values().collect();
        by_competence.sort_by(|a, b| {
            b.minutes
                .total()
                .cmp(&a.minutes.total())
                .then_with(|| a.name.to_lowercase().cmp(&b.name.to_lowercase()))
        });
        Hours { all, by_competence }
    }
}

/// The work a badge states: its study load, else its competences together.
pub fn of_badge(claims: &Claims) -> Option<u64> {
    claims.study_load_minutes.filter(|minutes| *minutes > 0).or_else(|| {
        let sum = claims.competencies.iter().filter_map(|c| c.minutes).fold(0_u64, u64::saturating_add);
        Some(sum).filter(|sum| *sum > 0)
    })
}

#[cfg(test)]
mod tests {
    use openbadges::Competency;

    use super::*;

    fn claims(load: Option<u64>, competencies: &[(&str, Option<&str>, Option<u64>)]) -> Claims {
        Claims {
            study_load_minutes: load,
            competencies: competencies
                .iter()
                .map(|(name, uri, minutes)| Competency {
                    name: (*name).to_owned(),
                    uri: uri.map(str::to_owned),
                    minutes: *minutes,
                    ..Competency::default()
                })
                .collect(),
            ..Claims::default()
        }
    }

    #[test]
    fn verified_and_not_verified_stay_apart() {
        let a = claims(Some(480), &[("Use tools", Some("esco:1"), Some(300)), ("Judge", None, Some(120))]);
        let b = claims(None, &[("Werkzeuge nutzen", Some("esco:1"), Some(60)), ("judge ", None, Some(30))]);
        let c = claims(Some(u64::MAX), &[("Judge", None, Some(u64::MAX))]);
        let hours = Hours::of([(&a, Mark::Verified), (&b, Mark::SignedUnknown), (&c, Mark::Revoked)]);
        assert_eq!(hours.all, Minutes { verified: 480, unverified: 90 });
        let shown: Vec<_> = hours
            .by_competence
            .iter()
            .map(|c| (c.name.as_str(), c.minutes.verified, c.minutes.unverified))
            .collect();
        assert_eq!(shown, [("Use tools", 300, 60), ("Judge", 120, 30)]);
    }

    #[test]
    fn absurd_figures_do_not_overflow() {
        let a = claims(Some(u64::MAX), &[("A", None, Some(u64::MAX)), ("A", None, Some(7))]);
        let hours = Hours::of([(&a, Mark::Verified), (&a, Mark::Expired)]);
        assert_eq!(hours.all.total(), u64::MAX);
    }
}
