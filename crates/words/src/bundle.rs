//! The compiled-in catalogues as Fluent bundles: made once, shared by all threads, never changed.

use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentResource, FluentValue};
use intl_memoizer::concurrent::IntlLangMemoizer;

use crate::catalogues::CATALOGUES;
use crate::{Locale, number};

pub(crate) type Bundle = FluentBundle<FluentResource>;

static EN: LazyLock<[Bundle; 2]> = LazyLock::new(|| both(Locale::En));
static DE: LazyLock<[Bundle; 2]> = LazyLock::new(|| both(Locale::De));

/// The catalogue of a language, with Fluent's isolation marks around arguments or without them.
pub(crate) fn bundle(locale: Locale, isolating: bool) -> &'static Bundle {
    let [plain, isolated] = match locale {
        Locale::En => &*EN,
        Locale::De => &*DE,
    };
    if isolating { isolated } else { plain }
}

fn both(locale: Locale) -> [Bundle; 2] {
    [build(locale, false), build(locale, true)]
}

fn build(locale: Locale, isolating: bool) -> Bundle {
    let mut bundle = FluentBundle::new_concurrent(vec![locale.identifier()]);
    bundle.set_use_isolating(isolating);
    bundle.set_formatter(Some(match locale {
        Locale::En => english_number,
        Locale::De => german_number,
    }));
    let files = CATALOGUES.iter().filter(|(tag, _)| *tag == locale.tag()).flat_map(|(_, files)| files.iter());
    for file in files {
        // What cannot be read is a finding of the build; the rest of the file counts.
        let resource = match FluentResource::try_new((*file).to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        // A message that stands twice is a finding, too: the first one stays.
        let _ = bundle.add_resource(resource);
    }
    let _ = bundle.add_builtins();
    bundle
}

fn english_number(value: &FluentValue<'_>, _: &IntlLangMemoizer) -> Option<String> {
    number_in(value, Locale::En)
}

fn german_number(value: &FluentValue<'_>, _: &IntlLangMemoizer) -> Option<String> {
    number_in(value, Locale::De)
}

fn number_in(value: &FluentValue<'_>, locale: Locale) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(number::written(number, locale)),
        _ => None,
    }
}
