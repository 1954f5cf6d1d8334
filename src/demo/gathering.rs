//! The invented gathering: its programme and what its participants say.

use crate::session::{
    Ask, Details, Heading, ItemContent, ItemPlan, Language, Line, OpenText, Paragraph, Plan, Question,
    Ranking, TimeOfDay,
};

/// How many take part.
pub const PARTICIPANTS: usize = 40;

/// Number in the programme, from 0, of the open question that the demo begins with.
pub const OPENING_QUESTION: usize = 2;

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
        item(
            ("10:10", "10:55"),
            "Fra tema til tiltak",
            "Gruppearbeid ved bordene: velg ett tema og foreslå to tiltak",
            "Bordenes sekretærer",
            ItemContent::GroupWork,
        ),
        item(("10:55", "11:10"), "Pause", "Frukt i foajeen", "", ItemContent::Break),
        item(
            ("11:10", "11:20"),
            "Hva tar du med deg?",
            "Svar på mobilen",
            "Alle",
            open_text("Hva tar du med deg tilbake til arbeidsplassen din?"),
        ),
        item(
            ("11:20", "11:30"),
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
        concepts: Vec::new(),
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
        content,
    }
}

fn open_text(prompt: &str) -> ItemContent {
    ItemContent::Question(Question {
        prompt: paragraph(prompt),
        ask: Ask::OpenText(OpenText { answers_max: 3, length_max: 280 }),
    })
}

fn ranking(prompt: &str, options: &[&str]) -> ItemContent {
    let heading = |text: &&str| Heading::parse(text).expect("an option of this file fits");
    ItemContent::Question(Question {
        prompt: paragraph(prompt),
        ask: Ask::Ranking(Ranking {
            options: options.iter().map(heading).collect(),
            top: options.len() as u8,
        }),
    })
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

/// How much the room as a whole wants each option of a ranking, by the option's place in the list: lower is sooner.
///
/// It also serves for rankings that somebody else wrote, whatever they ask.
pub const SOONER: [f32; 12] = [2.2, 1.1, 0.4, 2.6, 3.4, 3.0, 2.0, 4.0, 1.6, 3.6, 2.8, 4.4];
