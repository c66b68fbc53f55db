//! Lists of badges: filtered, sorted, a page at a time.

use openbadges::award::BadgeId;
use rusqlite::{Transaction, named_params};

use super::row::{self, parsed};
use super::{BadgeRow, BadgeState, words};
use crate::{Backpack, Error};

/// The order of a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// By date of issue, where there is none by the date it came; latest first.
    #[default]
    Newest,
    /// The other way round.
    Oldest,
    /// By name, regardless of case and accents.
    Name,
    /// By issuer, then name.
    Issuer,
}

/// Which badges, in which order, from where to where.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Waiting, kept, or (`None`) both.
    pub state: Option<BadgeState>,
    /// Words typed; all must be found, each may be the beginning of a word. Empty: no filter.
    pub words: String,
    /// Only badges with this mark.
    pub mark: Option<String>,
    /// The order.
    pub sort: Sort,
    /// How many to skip.
    pub offset: u32,
    /// How many at most.
    pub limit: u32,
}

/// One page of a list, and what holds for the whole of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// The badges of this page.
    pub rows: Vec<BadgeRow>,
    /// How many there are in all pages.
    pub total: u64,
    /// How many of each mark there are, before the filter by mark.
    pub counts: Vec<Count>,
    /// Study load of all pages, in minutes.
    pub minutes: u64,
}

/// How many badges carry a mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    /// The mark.
    pub mark: String,
    /// How many.
    pub count: u64,
}

impl Backpack {
    /// A page of badges. Words that cannot be found in anything, such as a lone dash, give an empty page.
    ///
    /// # Errors
    /// [`Error::Damaged`], [`Error::Folder`].
    pub fn badges(&self, query: &Query) -> Result<Page, Error> {
        let words = words::question(&query.words);
        if words.is_none() && !query.words.trim().is_empty() {
            return Ok(Page { rows: Vec::new(), total: 0, counts: Vec::new(), minutes: 0 });
        }
        self.pool.read(|tx| {
            let (counts, total, minutes) = totals(tx, query, words.as_deref())?;
            Ok(Page { rows: rows(tx, query, words.as_deref())?, total, counts, minutes })
        })
    }

    /// How many badges there are of this state, by mark.
    ///
    /// # Errors
    /// [`Error::Damaged`], [`Error::Folder`].
    pub fn counts(&self, state: BadgeState) -> Result<Vec<Count>, Error> {
        let query = Query { state: Some(state), ..Query::default() };
        self.pool.read(|tx| Ok(totals(tx, &query, None)?.0))
    }

    /// The ids of kept badges in which all these words are found, best matches first.
    ///
    /// # Errors
    /// [`Error::Damaged`], [`Error::Folder`].
    pub fn search(&self, words: &str) -> Result<Vec<BadgeId>, Error> {
        let Some(question) = words::question(words) else { return Ok(Vec::new()) };
        self.pool.read(|tx| {
            // A word in the name counts more than one in the text.
            let mut statement = tx.prepare_cached(
                "SELECT b.id FROM words JOIN badges b ON b.n = words.rowid
                 WHERE words MATCH ?1 AND b.state = 'kept' ORDER BY bm25(words, 8.0, 4.0, 1.0), b.n",
            )?;
            let mut found = Vec::new();
            for id in statement.query_map([question], |row| row.get::<_, String>(0))? {
                found.push(parsed(&id?)?);
            }
            Ok(found)
        })
    }
}

/// The conditions of a query. Without a state the index by state still serves, since there are only two.
fn filter(query: &Query, words: Option<&str>, by_mark: bool) -> String {
    let mut sql = match query.state {
        Some(BadgeState::Waiting) => "b.state = 'waiting'".to_owned(),
        Some(BadgeState::Kept) => "b.state = 'kept'".to_owned(),
        None => "b.state IN ('kept', 'waiting')".to_owned(),
    };
    // Named so that a statement without one of them still takes the same parameters.
    sql.push_str(if words.is_some() {
        " AND b.n IN (SELECT rowid FROM words WHERE words MATCH :words)"
    } else {
        " AND :words IS NULL"
    });
    sql.push_str(if by_mark && query.mark.is_some() { " AND b.mark = :mark" } else { " AND :mark IS :mark" });
    sql
}

fn rows(tx: &Transaction<'_>, query: &Query, words: Option<&str>) -> Result<Vec<BadgeRow>, Error> {
    let order = match query.sort {
        Sort::Newest => "b.sorted_at DESC, b.n DESC",
        Sort::Oldest => "b.sorted_at, b.n",
        Sort::Name => "b.name_sort, b.n",
        Sort::Issuer => "b.issuer_sort, b.name_sort, b.n",
    };
    // The page is found in an index first, and only its rows are read whole.
    let sql = format!(
        "SELECT {} FROM badges b WHERE b.n IN (SELECT b.n FROM badges b WHERE {} ORDER BY {order}
         LIMIT :limit OFFSET :offset) ORDER BY {order}",
        row::COLUMNS,
        filter(query, words, true),
    );
    let mut statement = tx.prepare_cached(&sql)?;
    let found = statement.query_map(
        named_params! { ":words": words, ":mark": query.mark, ":limit": query.limit, ":offset": query.offset },
        row::read,
    )?;
    Ok(found.collect::<Result<_, _>>()?)
}

fn totals(tx: &Transaction<'_>, query: &Query, words: Option<&str>) -> Result<(Vec<Count>, u64, u64), Error> {
    let sql = format!(
        "SELECT b.mark, count(*), coalesce(sum(b.minutes), 0) FROM badges b WHERE {} GROUP BY b.mark ORDER BY b.mark",
        filter(query, words, false),
    );
    let mut statement = tx.prepare_cached(&sql)?;
    let mut rows = statement.query(named_params! { ":words": words, ":mark": query.mark })?;
    let (mut counts, mut total, mut minutes) = (Vec::new(), 0_u64, 0_u64);
    while let Some(row) = rows.next()? {
        let (mark, count, load): (String, i64, i64) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let count = u64::try_from(count).unwrap_or(0);
        if query.mark.as_ref().is_none_or(|wanted| *wanted == mark) {
            total += count;
            minutes += u64::try_from(load).unwrap_or(0);
        }
        counts.push(Count { mark, count });
    }
    Ok((counts, total, minutes))
}
