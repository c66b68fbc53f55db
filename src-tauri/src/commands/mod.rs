//! What the window may ask: one file a noun, one line a command. Each command turns its arguments into a use
//! case of the wallet and hands back the view; none decides anything.

mod accounts;
mod add;
mod app;
mod backpack;
mod badges;
mod claims;
mod evidence;
mod inbox;
mod issuers;
mod jobs;
mod links;
#[cfg(test)]
mod names;
mod portfolio;
mod review;
mod settings;
mod stacks;
mod trusted;

#[cfg(test)]
pub(crate) use names::NAMES;

use tauri_specta::{Commands, collect_commands};

/// All commands, in the order of `names.rs`.
pub(crate) fn all() -> Commands<tauri::Wry> {
    collect_commands![
        app::status,
        app::take_opened,
        app::open_url,
        backpack::create_backpack,
        backpack::unlock,
        backpack::lock,
        add::add_files,
        add::take_copied,
        add::choose_files,
        add::choose_folder,
        add::add_text,
        add::add_samples,
        add::unlock_given,
        links::look_at_link,
        links::follow_link,
        claims::look_at_claim,
        claims::claim,
        accounts::accounts,
        accounts::try_account,
        accounts::add_account,
        accounts::set_account_secret,
        accounts::remove_account,
        accounts::scan_account,
        jobs::jobs,
        jobs::stop_job,
        jobs::forget_job,
        inbox::inbox,
        inbox::keep,
        inbox::dismiss,
        inbox::waiting_links,
        inbox::dismiss_links,
        badges::badges,
        badges::badge,
        badges::check_again,
        badges::refresh_badge,
        badges::delete_badge,
        badges::save_badge_copy,
        issuers::known_issuers,
        issuers::mark_issuer,
        issuers::accept_key,
        issuers::unmark_issuer,
        trusted::choose_trust_list,
        trusted::remove_trust_list,
        trusted::choose_registry,
        trusted::add_registry_address,
        trusted::remove_registry,
        evidence::choose_evidence,
        evidence::add_evidence_file,
        evidence::add_evidence_link,
        evidence::add_evidence_text,
        evidence::remove_evidence,
        evidence::evidence_content,
        evidence::save_evidence,
        stacks::stacks,
        stacks::stack,
        stacks::create_stack,
        stacks::update_stack,
        stacks::delete_stack,
        stacks::add_to_stack,
        stacks::remove_from_stack,
        stacks::order_stack,
        portfolio::preview_portfolio,
        portfolio::save_portfolio,
        portfolio::shares,
        portfolio::linkedin,
        portfolio::open_linkedin,
        review::review_file,
        review::choose_review,
        review::review_again,
        review::forget_review,
        settings::settings,
        settings::set_setting,
        settings::add_address,
        settings::remove_address,
        settings::add_passphrase,
        settings::add_keyring,
        settings::remove_slot,
        settings::revoke_consent,
    ]
}
