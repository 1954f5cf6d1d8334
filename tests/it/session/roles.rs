//! Roles to choose from when joining: who said which, and what becomes of it when the roles change.

use plenum::session::{RoleId, WantedRole};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{RngAlgorithm, TestRng, TestRunner};
use serde_json::Value;

use super::histories::{lived, steps};
use super::*;

fn roles(names: &[(Option<u32>, &str)]) -> F {
    let wanted = |(id, name): &(Option<u32>, &str)| WantedRole { id: id.map(RoleId), name: heading(name) };
    F::ChangeRoles { roles: names.iter().map(wanted).collect() }
}

fn choose(who: u8, role: Option<u32>) -> Command {
    Command::ChooseRole { who: person(who), role: role.map(RoleId) }
}

/// Three people, and two roles.
fn met() -> Gathering {
    let mut gathering = gathering();
    for who in 1..=3 {
        gathering = gathering.given(Command::Join { who: person(who) });
    }
    gathering.given(roles(&[(None, "Leder"), (None, "Tillitsvalgt")]))
}

fn counts(gathering: &Gathering) -> Vec<(String, u32)> {
    let roles = gathering.session.roles.list().iter().zip(gathering.session.roles.counts());
    roles.map(|(role, count)| (role.name.to_string(), count.people)).collect()
}

fn said(names: &[(&str, u32)]) -> Vec<(String, u32)> {
    names.iter().map(|(name, people)| ((*name).to_owned(), *people)).collect()
}

#[test]
fn each_person_counts_once_in_the_role_said_last() {
    let mut gathering = met().given(choose(1, Some(1))).given(choose(2, Some(2))).given(choose(3, None));
    assert_eq!(counts(&gathering), said(&[("Leder", 1), ("Tillitsvalgt", 1)]));
    gathering.is_so_already(choose(1, Some(1)));
    gathering.is_so_already(choose(3, None));
    let gathering = gathering.given(choose(1, Some(2)));
    assert_eq!(counts(&gathering), said(&[("Leder", 0), ("Tillitsvalgt", 2)]));
    assert_eq!(gathering.session.roles.said_by(person(1)), Some(Some(RoleId(2))));
    assert_eq!(gathering.session.roles.said_by(person(3)), Some(None));
    assert_eq!(gathering.session.roles.said_by(person(4)), None);
}

#[test]
fn what_was_said_before_is_erased() {
    let mut gathering = met().given(choose(1, Some(1)));
    let before = gathering.session.position;
    gathering.when(choose(1, None)).unwrap();
    assert!(gathering.erasable.contains(&before));
}

#[test]
fn a_role_keeps_its_people_under_another_name_and_in_another_place() {
    let gathering = met().given(choose(1, Some(1))).given(choose(2, Some(2))).given(roles(&[
        (Some(2), "Verneombud"),
        (None, "Bruker"),
        (Some(1), "Leder"),
    ]));
    assert_eq!(counts(&gathering), said(&[("Verneombud", 1), ("Bruker", 0), ("Leder", 1)]));
    // Whoever had a role that is no more is asked again, also where another has come under the same name.
    let gathering = gathering.given(roles(&[(Some(2), "Verneombud"), (None, "Leder")]));
    assert_eq!(counts(&gathering), said(&[("Verneombud", 1), ("Leder", 0)]));
    assert_eq!(gathering.session.roles.said_by(person(1)), None);
    // Taken away by mistake, it comes back with its people.
    let gathering = gathering.given(roles(&[(Some(2), "Verneombud"), (Some(1), "Leder")]));
    assert_eq!(counts(&gathering), said(&[("Verneombud", 1), ("Leder", 1)]));
    let gathering = gathering.given(roles(&[]));
    assert_eq!((counts(&gathering), gathering.session.roles.said_by(person(2))), (vec![], None));
}

#[test]
fn roles_are_two_to_twelve_and_different() {
    let mut gathering = met();
    let names: Vec<String> = (0..13).map(|number| format!("Rolle {number}")).collect();
    let many: Vec<(Option<u32>, &str)> = names.iter().map(|name| (None, name.as_str())).collect();
    for wrong in
        [&[(None, "Alle")][..], &[(None, "Leder"), (None, "leder")], &[(None, "Leder"), (None, "")], &many]
    {
        gathering.refuses(roles(wrong), Rejection::RolesOutOfBounds);
        let names = wrong.iter().map(|(_, name)| heading(name)).collect();
        assert_eq!(create(Plan { roles: names, ..plan(Vec::new()) }), Err(Rejection::RolesOutOfBounds));
    }
    gathering.when(roles(&many[..12])).unwrap();
    gathering.is_so_already(roles(
        &(1..13).zip(&names).map(|(id, name)| (Some(id + 2), name.as_str())).collect::<Vec<_>>()[..12],
    ));
}

#[test]
fn only_who_has_joined_chooses_and_only_what_is_there() {
    let mut gathering = gathering().given(Command::Join { who: person(1) });
    gathering.refuses(choose(1, None), Rejection::NoSuchRole);
    let mut gathering = met();
    gathering.refuses(choose(1, Some(3)), Rejection::NoSuchRole);
    gathering.refuses(choose(9, Some(1)), Rejection::NotAllowed);
    let mut gathering = gathering.given(F::EndSession);
    gathering.refuses(choose(1, Some(1)), Rejection::SessionEnded);
}

#[test]
fn the_projector_is_told_nothing_of_roles_and_phones_no_numbers() {
    let gathering = met().given(choose(1, Some(1)));
    let told = |audience| {
        let parts = snapshot(&gathering.session, audience);
        parts
            .iter()
            .filter_map(|change| match change {
                Change::Roles { roles } => Some(roles.len()),
                Change::RoleCounts { counts } => Some(100 + counts.len()),
                _ => None,
            })
            .collect::<Vec<_>>()
    };
    assert_eq!(told(Audience::Phone), [2]);
    assert_eq!(told(Audience::Facilitator), [2, 102]);
    assert_eq!(told(Audience::Presenter), [0_usize; 0]);
}

/// A person's role stands beside the fact that they joined, and nowhere else: what is not stored cannot be split by role.
#[test]
fn no_fact_but_what_a_person_says_of_their_role_names_a_role() {
    let random = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut runner = TestRunner::new_with_rng(cases(100), random);
    let mut naming: BTreeSet<String> = BTreeSet::new();
    let mut answering: BTreeSet<String> = BTreeSet::new();
    let mut logs: Vec<Vec<Recorded>> =
        (0..100).map(|_| lived(&steps().new_tree(&mut runner).unwrap().current()).log).collect();
    logs.push(met().given(choose(1, Some(1))).log);
    for log in logs {
        for recorded in log {
            let value = serde_json::to_value(&recorded).unwrap();
            let kind = value["type"].as_str().unwrap().to_owned();
            if recorded.event.is_participants() {
                answering.insert(kind.clone());
            }
            if names_a_role(&value) {
                naming.insert(kind.clone());
            }
            if kind == "role_chosen" {
                let fields: Vec<&String> = value.as_object().unwrap().keys().collect();
                assert_eq!(fields, ["at_ms", "role", "type", "who"]);
            }
        }
    }
    assert_eq!(naming.iter().map(String::as_str).collect::<Vec<_>>(), ["role_chosen", "roles_changed"]);
    for kind in ["answer_given", "answer_withdrawn", "stand_taken", "speaker_asked", "asked_voted"] {
        assert!(answering.contains(kind), "nobody did what is told by {kind}");
    }
}

/// Whether any field in it has a role in its name.
fn names_a_role(value: &Value) -> bool {
    match value {
        Value::Object(fields) => {
            fields.iter().any(|(name, field)| name.contains("role") || names_a_role(field))
        }
        Value::Array(items) => items.iter().any(names_a_role),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => false,
    }
}
