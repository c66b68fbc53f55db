//! Whole claims with recorded answers: an issuer as a map from requests to answers, and a learner who says what is asked.

mod exchange;
mod hostile;
mod offers;
mod openid;
mod talk;
