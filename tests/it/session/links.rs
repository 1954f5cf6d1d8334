//! Further links to a session: made, told without their keys, and withdrawn.

use plenum::session::{KeyHash, LINKS_MAX, LinkId, LinkKind, LinkView};

use super::*;

fn make(kind: LinkKind, name: &str) -> Command {
    Command::MakeLink { kind, name: line(name), hash: KeyHash([7; 32]) }
}

fn withdraw(link: u32) -> F {
    F::WithdrawLink { link: LinkId(link) }
}

fn told(gathering: &Gathering) -> Vec<LinkView> {
    let parts = snapshot(&gathering.session, Audience::Facilitator);
    let links = parts
        .into_iter()
        .find_map(|part| if let Change::Links { links } = part { Some(links) } else { None });
    links.expect("the facilitator is told of links")
}

#[test]
fn links_are_numbered_for_ever_and_told_to_the_facilitator_without_their_keys() {
    let gathering = gathering()
        .given(make(LinkKind::Facilitate, "Turid"))
        .given(make(LinkKind::Watch, "Storsalen"))
        .given(withdraw(1))
        .given(make(LinkKind::Watch, ""));
    let expected = [(2, LinkKind::Watch, "Storsalen"), (3, LinkKind::Watch, "")];
    let expected = expected.map(|(id, kind, name)| LinkView { id: LinkId(id), kind, name: line(name) });
    assert_eq!(told(&gathering), expected);
    for audience in [Audience::Phone, Audience::Presenter, Audience::Facilitator] {
        let seen = serde_json::to_string(&snapshot(&gathering.session, audience)).unwrap();
        assert!(!seen.contains("0707"), "{audience:?} is told a hash");
        assert_eq!(seen.contains("Storsalen"), audience == Audience::Facilitator);
    }
}

#[test]
fn what_is_not_there_cannot_be_withdrawn_and_there_is_room_for_so_many() {
    let mut gathering = gathering();
    gathering.refuses(withdraw(1), Rejection::NoSuchLink);
    for _ in 0..LINKS_MAX {
        gathering.when(make(LinkKind::Watch, "Lerret")).unwrap();
    }
    gathering.refuses(make(LinkKind::Watch, "Et til"), Rejection::TooManyLinks);
    gathering.when(withdraw(1)).unwrap();
    gathering.refuses(withdraw(1), Rejection::NoSuchLink);
    gathering.when(make(LinkKind::Watch, "Et til")).unwrap();
}

#[test]
fn a_hash_reads_back_as_it_was_written() {
    let hash = KeyHash(std::array::from_fn(|index| index as u8 * 8));
    let written = serde_json::to_string(&hash).unwrap();
    assert_eq!(serde_json::from_str::<KeyHash>(&written).unwrap(), hash);
    assert!(serde_json::from_str::<KeyHash>("\"abc\"").is_err());
    assert_eq!(format!("{hash:?}"), "KeyHash");
}
