//! `linkedin`: the add-to-profile link, and the fields to copy.

use wallet::views::LinkedInFieldId;

use super::Came;
use crate::app::App;
use crate::exit::Exit;

pub(crate) fn run(app: &App, id: &str) -> Came {
    let words = app.words;
    let view = app.open(None)?.linkedin(id, app.spoken())?;
    if app.out.json {
        let mut value = serde_json::to_value(&view).unwrap_or_default();
        if let Some(object) = value.as_object_mut() {
            object.insert("notes".to_owned(), crate::lines::notes(&view.notes, app.data));
        }
        app.out.line(&value)?;
        return Ok(Exit::Good);
    }
    app.out.aside(&words.cli_linkedin_open());
    app.out.text(&view.url)?;
    app.out.text("")?;
    app.out.aside(&words.cli_linkedin_copy());
    for field in &view.fields {
        let title = match field.id {
            LinkedInFieldId::Name => words.cli_linkedin_name(),
            LinkedInFieldId::Organization => words.cli_linkedin_organization(),
            LinkedInFieldId::IssueDate => words.cli_linkedin_issue_date(),
            LinkedInFieldId::ExpirationDate => words.cli_linkedin_expiration_date(),
            LinkedInFieldId::CredentialId => words.cli_linkedin_credential_id(),
            LinkedInFieldId::CredentialUrl => words.cli_linkedin_credential_url(),
        };
        app.out.text(&format!("{title}: {}", words::visible_line(&field.value)))?;
    }
    for note in &view.notes {
        app.out.aside(&format!("* {}", words.code(&note.code, &note.args).message));
    }
    Ok(Exit::Good)
}
