//! The ways through the wallet, with everything outside of it in memory.

mod adding;
mod backing_up;
mod checks;
mod claiming;
mod gathering;
mod handing_out;
mod kit;
mod knowing;
mod making;
mod opening;
mod platform_account;
mod refresh;
mod trusting;
