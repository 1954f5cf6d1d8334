//! The invented gathering: its programme and what its participants say.

use crate::session::{
    Amount, Ask, AskingPlan, Axis, Choice, Details, Grid, Heading, ItemContent, ItemPlan, Language, Line,
    Moderation, Number, OpenText, Paragraph, Plan, Points, QUIZ_POINTS, Quadrants, Question, Quiz, Ranking,
    Scales, Stretch, TimeOfDay, TimerPlan, WordCloud,
};

/// How many take part.
pub const PARTICIPANTS: usize = 40;

/// Number in the programme, from 0, of the open question that the demo begins with.
pub const OPENING_QUESTION: usize = 2;

/// Which option of the quiz question is right, from 0.
pub const QUIZ_RIGHT: u8 = 2;

/// What somebody says, and whether it stays said.
pub struct Remark {
    /// The words.
    pub text: &'static str,
    /// What becomes of it.
    pub then: Then,
}

/// What becomes of an answer after a while.
pub enum Then {
    /// It stands.
    Stands,
    /// It is changed to other words.
    Becomes(&'static str),
    /// It is taken back.
    IsWithdrawn,
}

/// The session as its facilitator prepared it.
pub fn plan() -> Plan {
    let items = vec![
        item(
            ("09:00", "09:10"),
            "Velkommen",
            "Kaffe, og bli kjent med dem du sitter ved bord med",
            "Ingeborg Fossli, kommunedirektør",
            ItemContent::Talk,
        ),
        item(
            ("09:10", "09:40"),
            "Én felles tjeneste: hvor står vi?",
            "Innlegg",
            "Tormod Hauglund, prosjektleder",
            ItemContent::Talk,
        ),
        item(
            ("09:40", "09:55"),
            "Hva må vi få til?",
            "Svar på mobilen, gjerne flere svar",
            "Alle",
            open_text("Hva er viktigst for at den nye organiseringen av helse og omsorg skal lykkes?"),
        ),
        item(
            ("09:55", "10:10"),
            "Hva haster mest?",
            "Ranger på mobilen",
            "Alle",
            ranking(
                "Hva bør vi begynne med?",
                &[
                    "Felles inntak og vurdering",
                    "Ledere nær dem som gjør jobben",
                    "Grunnbemanning og faste team",
                    "Kompetanseplan for alle avdelinger",
                    "Ett felles journalsystem",
                    "Bedre informasjon til pårørende",
                ],
            ),
        ),
        ItemPlan {
            timer: Some(pairs()),
            ..item(
                ("10:10", "10:15"),
                "Hva kjenner du igjen?",
                "To og to: den ene forteller, den andre lytter. Bytt på signal.",
                "Alle",
                ItemContent::PairTalk,
            )
        },
        item(
            ("10:15", "10:55"),
            "Fra tema til tiltak",
            "Gruppearbeid ved bordene: velg ett tema og foreslå to tiltak",
            "Bordenes sekretærer",
            ItemContent::GroupWork,
        ),
        item(("10:55", "11:10"), "Pause", "Frukt i foajeen", "", ItemContent::Break),
        item(
            ("11:10", "11:15"),
            "Hvor ofte møtes vi?",
            "Svar på mobilen",
            "Alle",
            asked(
                "Hvor ofte bør lederne i de ulike tjenestene møtes?",
                Ask::Choice(Choice {
                    options: headings(&["Hver uke", "Annenhver uke", "En gang i måneden", "Når det trengs"]),
                    most: 1,
                    correct: Vec::new(),
                    pictures: Vec::new(),
                    other: true,
                }),
            ),
        ),
        item(
            ("11:15", "11:20"),
            "Gjett tallet",
            "Svar på mobilen",
            "Alle",
            asked(
                "Hvor mange minutter av en vakt går med til å skrive det samme to steder?",
                Ask::Number(Number {
                    unit: heading("minutter"),
                    least: Some(Amount::of_thousandths(0)),
                    most: Some(Amount::of_thousandths(120_000)),
                    decimals: 0,
                    solution: Some(Amount::of_thousandths(34_000)),
                }),
            ),
        ),
        item(
            ("11:20", "11:30"),
            "Hva bruker vi pengene på?",
            "Fordel 100 poeng på mobilen",
            "Alle",
            asked(
                "Fordel omstillingsmidlene slik du mener de gjør mest nytte",
                Ask::Points(Points {
                    options: headings(&[
                        "Opplæring og veiledning",
                        "Flere faste stillinger",
                        "Velferdsteknologi",
                        "Felles journalsystem",
                        "Møteplasser på tvers",
                    ]),
                }),
            ),
        ),
        item(
            ("11:30", "11:35"),
            "Hvordan står det til?",
            "Sett merke på mobilen",
            "Alle",
            asked(
                "Hvor enig er du?",
                Ask::Scales(Scales {
                    statements: headings(&[
                        "Jeg vet hva omstillingen betyr for min arbeidsplass",
                        "Jeg blir hørt når jeg sier fra",
                        "Vi har tid til å lære det nye",
                        "Jeg har tro på at brukerne får det bedre",
                    ]),
                    steps: 5,
                    low: heading("Helt uenig"),
                    high: heading("Helt enig"),
                }),
            ),
        ),
        item(
            ("11:35", "11:40"),
            "Hva er verdt innsatsen?",
            "Plasser på mobilen",
            "Alle",
            asked(
                "Hvor hører tiltakene hjemme?",
                Ask::Grid(Box::new(Grid {
                    x: axis("Innsats", "Liten", "Stor"),
                    y: axis("Nytte", "Lav", "Høy"),
                    items: headings(&[
                        "Felles morgenmøte",
                        "Ett felles journalsystem",
                        "Nytt skjema for avvik",
                        "Flytte alle til samme bygg",
                        "Fast kontaktperson for pårørende",
                        "Hospitering mellom avdelingene",
                    ]),
                    quadrants: Quadrants {
                        top_left: heading("Gjør først"),
                        top_right: heading("Planlegg"),
                        bottom_left: heading("Fyll inn"),
                        bottom_right: heading("La ligge"),
                    },
                })),
            ),
        ),
        item(
            ("11:40", "11:45"),
            "Med ett ord",
            "Svar på mobilen",
            "Alle",
            asked("Hvilke ord beskriver dagen?", Ask::WordCloud(WordCloud { answers_max: 2 })),
        ),
        item(
            ("11:45", "11:46"),
            "Følger du med?",
            "Svar på mobilen før tida er ute",
            "Alle",
            asked(
                "Hvor mange kommuner har Norge fra 2024?",
                Ask::Quiz(Box::new(Quiz {
                    options: headings(&["289", "312", "357", "428"]),
                    correct: vec![QUIZ_RIGHT],
                    accepted: Vec::new(),
                    seconds: 20,
                    points: QUIZ_POINTS,
                })),
            ),
        ),
        item(("11:46", "11:47"), "Resultatliste", "", "Alle", ItemContent::Leaderboard),
        item(
            ("11:47", "11:50"),
            "Hva tar du med deg?",
            "Svar på mobilen",
            "Alle",
            open_text("Hva tar du med deg tilbake til arbeidsplassen din?"),
        ),
        item(
            ("11:50", "12:00"),
            "Oppsummering i plenum",
            "",
            "Sunniva Myrdal, prosessleder",
            ItemContent::Talk,
        ),
    ];
    Plan {
        details: Details {
            title: line("Samling om ny organisering av helse og omsorg"),
            language: Language::Nb,
            place: line("Fjellvåg kulturhus, Fjellvåg kommune"),
            date: Some("2026-11-24".parse().expect("a date of this file is one")),
        },
        items,
        questions: AskingPlan { open: true, moderation: Moderation::Off },
        ..Plan::default()
    }
}

/// Two minutes for each of two.
fn pairs() -> TimerPlan {
    let stretch = |label: &str| Stretch { label: heading(label), seconds: 120 };
    TimerPlan {
        stretches: vec![stretch("Den første forteller"), stretch("Den andre forteller")],
        starts_itself: true,
        closes_question: false,
    }
}

fn item((starts, ends): (&str, &str), what: &str, how: &str, who: &str, content: ItemContent) -> ItemPlan {
    let time = |text: &str| -> TimeOfDay { text.parse().expect("a time of this file is one") };
    ItemPlan {
        starts: Some(time(starts)),
        ends: Some(time(ends)),
        what: line(what),
        how: paragraph(how),
        who: line(who),
        timer: None,
        content,
    }
}

fn open_text(prompt: &str) -> ItemContent {
    asked(prompt, Ask::OpenText(OpenText { answers_max: 3, length_max: 280 }))
}

fn ranking(prompt: &str, options: &[&str]) -> ItemContent {
    asked(prompt, Ask::Ranking(Ranking { options: headings(options), top: options.len() as u8 }))
}

fn asked(prompt: &str, ask: Ask) -> ItemContent {
    ItemContent::Question(Question::new(paragraph(prompt), ask))
}

fn axis(name: &str, low: &str, high: &str) -> Axis {
    Axis { name: heading(name), low: heading(low), high: heading(high) }
}

fn headings(texts: &[&str]) -> Vec<Heading> {
    texts.iter().map(|text| heading(text)).collect()
}

fn heading(text: &str) -> Heading {
    Heading::parse(text).expect("a heading of this file fits")
}

fn line(text: &str) -> Line {
    Line::parse(text).expect("a line of this file fits")
}

fn paragraph(text: &str) -> Paragraph {
    Paragraph::parse(text).expect("a paragraph of this file fits")
}

const fn says(text: &'static str) -> Remark {
    Remark { text, then: Then::Stands }
}

const fn corrects(text: &'static str, better: &'static str) -> Remark {
    Remark { text, then: Then::Becomes(better) }
}

const fn regrets(text: &'static str) -> Remark {
    Remark { text, then: Then::IsWithdrawn }
}

/// What is said to the opening question: two remarks for each participant, about so many things that their themes stand
/// under headings.
pub static ABOUT_THE_ORGANISATION: [Remark; 2 * PARTICIPANTS] = [
    says("God informasjon underveis, ikke bare når alt er bestemt"),
    says("Samarbeid på tvers av avdelingene"),
    says("Ledere som er til stede ute i avdelingene"),
    says("Nok folk på jobb"),
    says("At brukerne merker at det blir bedre"),
    corrects("Tydlig informasjon til alle ansate", "Tydelig informasjon til alle ansatte"),
    says("Me må ha tid til kvarandre på tvers av tenestene"),
    says("Opplæring før vi får nye oppgaver"),
    says("Trygge ledere som tør å ta valg"),
    says("Medvirkning fra tillitsvalgte fra første dag"),
    says("Faste team rundt den enkelte bruker"),
    says("Felles mål som alle forstår"),
    says("kommunikasjon kommunikasjon kommunikasjon"),
    says("Bemanninga må på plass før me flyttar folk"),
    says("Ett journalsystem som snakker med fastlegen"),
    corrects("Vet ikke", "At noen forklarer hva det betyr for min avdeling"),
    says("Dæm som gjør jobben må få være med å bestemme"),
    says("At vi blir hørt når vi sier fra"),
    says("Kompetanseheving for assistenter og helsefagarbeidere"),
    says("Færre ledere over, flere hender nede"),
    says("Ledelse tett på, ikke enda et kontor på rådhuset"),
    says("Pårørende må vite hvem de skal ringe"),
    says("Samhandling mellom hjemmetjenesten og sykehjemmet"),
    says("Nok sykepleiere på kveld og helg"),
    says("Ro til å lande det vi har begynt på"),
    says("Informasjon på eit språk folk forstår"),
    regrets("Bedre kaffe på vaktrommet"),
    says("Tillit mellom ansatte og ledelse"),
    says("Ei felles dør inn for brukarane"),
    says("At de ansatte får medvirke i turnusarbeidet"),
    says("Vi må slutte å sende pasientene mellom oss"),
    says("Tid til opplæring, også for vikarene"),
    says("Digitale verktøy som virker hjemme hos folk"),
    corrects("Leiar som er synleg", "Leiarar som er synlege i kvardagen"),
    says("Rekruttere og beholde fagfolk"),
    says("Brukermedvirkning på ordentlig, ikke bare i planen"),
    says("Æ vil at vi ska samarbeid bedre mellom vaktan"),
    says("Kven har ansvar for kva? Tydelege roller"),
    says("Penger"),
    says("Klare roller og ansvar i lederteamet"),
    // The second remarks.
    says("Felles møter for alle tjenestene en gang i måneden"),
    says("Skriftlig informasjon til dem som jobber natt"),
    says("At lederen min kjenner navnet mitt"),
    says("Redusere bruken av innleide vikarer"),
    says("Brukeren først, organisasjonskartet etterpå"),
    says("Kompetanseplan som følges opp"),
    says("Samarbeide betre med fastlegane"),
    says("Lik opplæring i alle soner"),
    says("Ledere med tid til å lede"),
    says("Involver verneombudene tidlig"),
    says("Kontinuitet: samme ansikt hos den gamle"),
    says("Ikke nok en omorganisering om to år 🙏"),
    says("Jevnlig info fra prosjektet, gjerne på mobil"),
    says("Heiltidsstillingar"),
    says("Faglig påfyll og veiledning"),
    says("Tverrfaglige team i hver sone"),
    says("Velferdsteknologi som er testet før vi får den"),
    says("Nettbrett og journal som virker ute hos brukerne"),
    says("Mindre dobbeltføring, bedre digitale løsninger"),
    says("Opplæring i de digitale verktøyene"),
    says("Pårørende som får vite hva som skjer"),
    says("Bedre samarbeid med pårørende"),
    says("Støtte til pårørende som står i det hver dag"),
    says("Eit godt arbeidsmiljø der folk trivst"),
    says("Lavere sykefravær og mer nærvær"),
    says("Arbeidsmiljøet må tåle endringene"),
    says("Trivsel på jobb, også etter omstillingen"),
    says("Ansvaret må være tydelig fordelt"),
    says("Hvem har ansvar for hva mellom sone og sykehjem"),
    says("Klare oppgaver og klare roller"),
    says("Mer tid til brukerne, mindre tid i bil"),
    says("Tid nok hos hver bruker"),
    says("Forebygging og rehabilitering tidlig"),
    says("Hverdagsrehabilitering i alle soner"),
    says("Rehabilitering før folk blir for syke"),
    says("Økonomi som følger oppgavene"),
    says("Rammer og penger til å gjøre det vi lover"),
    says("Ikke spar inn det vi trenger for å lykkes"),
    says("Tillitsvalgte med i alle grupper"),
    says("Faste folk i turnusen"),
];

/// What is said to any other open question.
pub static ABOUT_THE_DAY: [Remark; 46] = [
    says("Lyst til å komme i gang"),
    says("At vi er flere som tenker det samme"),
    says("Skal ta opp samarbeidet med sykehjemmet på neste møte"),
    says("Nye kontakter i de andre sonene"),
    says("At informasjonen må ut til alle, også nattevaktene"),
    says("Me er komne lenger enn eg trudde"),
    says("Gode samtaler ved bordet"),
    says("En liste over tiltak vi kan begynne med på mandag"),
    says("Mer forståelse for de andre tjenestene"),
    says("Litt usikker på framdriften"),
    says("Håp"),
    says("Viktig at lederne var her i dag"),
    corrects("Mye å tneke på", "Mye å tenke på"),
    says("Jeg vil snakke med teamet mitt om roller og ansvar"),
    says("Godt å bli høyrt"),
    says("At bemanning er det alle er opptatt av"),
    says("Behov for en tydelig plan videre"),
    says("Fleire møteplassar på tvers"),
    says("At opplæring må komme før endring"),
    says("Tru på prosjektet"),
    says("Nye ideer fra gruppearbeidet"),
    says("Spørsmål om hva som skjer med turnusen"),
    says("Skal dele med dem som ikke fikk være med"),
    says("Samtalene ved bordet var det beste"),
    says("Vi må ha med brukerne neste gang"),
    says("Ein god følelse"),
    says("Trenger mer informasjon om tidsplanen"),
    says("Ser fram til neste samling"),
    says("At vi har felles utfordringer med bemanning"),
    says("Æ tar med mæ at vi må snakk mer i lag"),
    regrets("Vet ikke helt"),
    says("Et navn å ringe til i hjemmetjenesten"),
    says("Konkrete tiltak fra bordet vårt"),
    says("At medvirkning tar tid, men er verdt det"),
    says("Bedre oversikt over hvem som gjør hva"),
    says("Mindre redd for endringen"),
    says("Håper planen blir fulgt opp"),
    says("Samarbeid, samarbeid, samarbeid"),
    says("Inspirasjon!"),
    says("Tid til å tenke sammen er ikke bortkastet"),
    // The second remarks.
    says("Prosjektet må komme ut til avdelingene"),
    says("God mat"),
    says("Meir tid til gruppearbeid neste gong"),
    says("Tydelig plan for informasjon"),
    says("Vil bidra i arbeidsgruppen om opplæring"),
    says("Takk for en fin dag"),
];

/// What is said where a cloud of words is asked for: two entries for each participant.
pub static WORDS: [Remark; 2 * PARTICIPANTS] = [
    says("Håp"),
    says("Samarbeid"),
    says("Inspirerende"),
    says("Nyttig"),
    says("Samarbeid"),
    says("engasjerende"),
    says("Håpefull"),
    says("spennende"),
    says("Lærerikt"),
    says("Trygghet"),
    says("samarbeid"),
    says("Travelt"),
    says("Nyttig"),
    says("Fellesskap"),
    says("Engasjement"),
    says("Framtidstro"),
    says("godt samarbeid"),
    says("Spennende"),
    says("Håp"),
    says("tillit"),
    says("Ærlig"),
    says("Lærerik"),
    says("nyttig"),
    says("Endring"),
    says("Fellesskap"),
    says("Usikkerhet"),
    says("Åpenhet"),
    says("Samarbeidet"),
    says("Tillit"),
    says("Nysgjerrig"),
    says("Endringar"),
    says("Trygt"),
    says("Inspirasjon"),
    says("Positivt"),
    says("Håp"),
    says("Fellesskapet"),
    says("Energi"),
    says("Forventning"),
    says("Nyttig"),
    says("Samhandling"),
    says("Godt humør"),
    says("Tydelighet"),
    says("Tillit"),
    says("Tålmodighet"),
    says("Framdrift"),
    says("Håp"),
    says("Åpenhet"),
    says("Samarbeid"),
    says("Medvirkning"),
    says("Krevende"),
    says("Endring"),
    says("Spennande"),
    says("Gode samtaler"),
    says("Kaffe"),
    says("Trygghet"),
    says("Engasjement"),
    says("Fellesskap"),
    says("Optimisme"),
    says("Ny giv"),
    says("Nyttig"),
    says("Samarbeid"),
    says("Litt uro"),
    says("Ansvar"),
    says("Tid"),
    says("Framtidstru"),
    says("Stolthet"),
    says("Usikkerhet"),
    says("Raushet"),
    says("Nye bekjentskaper"),
    says("Læring"),
    says("Håp"),
    says("Mestring"),
    says("Tillit"),
    says("Tydelige mål"),
    says("Humor"),
    says("Åpenhet"),
    says("Samhold"),
    says("Trivsel"),
    says("Takknemlig"),
    says("Mot"),
];

/// What participants call themselves in the quiz; those who have no name here play without.
pub static NICKNAMES: [&str; 37] = [
    "Fjellreven",
    "Bestemor på nett",
    "Tøffeltroll",
    "Kaffekoppen",
    "Rakfisk",
    "Nattevakta",
    "Vafla",
    "Lyn",
    "Snøkrystall",
    "Per Spelmann",
    "Sola i Karlstad",
    "Brunost",
    "Elgen",
    "Havørna",
    "Turboturnus",
    "Kvikk Lunsj",
    "Løvetann",
    "Torsken",
    "Stille vann",
    "Ole Brumm",
    "Fjordhesten",
    "Nøkken",
    "Trollmor",
    "Solstrålen",
    "Rypa",
    "Regnfrakken",
    "Gulrota",
    "Tusenfryd",
    "Lompa",
    "Skiløperen",
    "Bautaen",
    "Bordet bakerst",
    "Multe",
    "Jerven",
    "Sjokoladepudding",
    "Linedanseren",
    "Vinterdekk",
];

/// What some write instead of how often leaders should meet.
pub(super) const ELSEWHERE: [&str; 5] = [
    "Hver fjerde uke",
    "På telefon når noe haster",
    "hver fjerde uke",
    "Ukentlig i vinter, sjeldnere ellers",
    "Hver fjerde uke",
];

/// How much the room as a whole wants each option of a ranking, by the option's place in the list: lower is sooner.
///
/// It also serves for rankings that somebody else wrote, whatever they ask.
pub const SOONER: [f32; 12] = [2.2, 1.1, 0.4, 2.6, 3.4, 3.0, 2.0, 4.0, 1.6, 3.6, 2.8, 4.4];
