//! Every setting: flag, environment variable, default, one sentence.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use crate::brand::{Brand, Colour, Logo, LogoError, NoTheme, Organisation, OwnColours, theme_colours};
use crate::export::{TemplateError, WordTemplate};

/// Where the data is unless told otherwise.
pub const DATA_FOLDER: &str = "plenum-data";

/// How the server listens, where it keeps its data, and what it allows.
#[derive(Args, Clone, Debug)]
pub struct ServeSettings {
    /// Address and port to listen on.
    #[arg(long, env = "PLENUM_LISTEN", value_name = "ADDR:PORT", default_value = "0.0.0.0:3885")]
    pub listen: SocketAddr,

    /// Address that people type and the QR code holds, when it is not this machine's own.
    #[arg(long, env = "PLENUM_PUBLIC_URL", value_name = "URL", value_parser = parse_url)]
    pub public_url: Option<String>,

    #[command(flatten)]
    #[expect(missing_docs, reason = "its fields say it")]
    pub data: DataSettings,

    #[command(flatten)]
    #[expect(missing_docs, reason = "its fields say it")]
    pub brand: BrandSettings,

    /// Most people that can join one session.
    #[arg(long, env = "PLENUM_PARTICIPANTS_MAX", value_name = "N", default_value_t = 12_000)]
    pub participants_max: usize,

    /// Most answers in one session, changed ones counted anew.
    #[arg(long, env = "PLENUM_ANSWERS_MAX", value_name = "N", default_value_t = 200_000)]
    pub answers_max: u32,

    /// Most connections to the server at a time.
    #[arg(long, env = "PLENUM_CONNECTIONS_MAX", value_name = "N", default_value_t = 20_000)]
    pub connections_max: usize,

    /// Minutes in which a removed answer, a reset question or an ended session can come back; then it is erased.
    #[arg(long, env = "PLENUM_UNDO_MINUTES", value_name = "N", default_value_t = 15)]
    pub undo_minutes: u32,

    /// Minutes without visitors after which a session leaves memory; it stays on disk.
    #[arg(long, env = "PLENUM_IDLE_MINUTES", value_name = "N", default_value_t = 15)]
    pub idle_minutes: u32,

    /// File with the organisation's own headings, one a line as in "Ledelse: leder, sjef", for sessions that bring none.
    #[arg(long, env = "PLENUM_CONCEPTS", value_name = "FILE")]
    pub concepts: Option<PathBuf>,

    /// Sites that may show the pages inside theirs, as in the header Content-Security-Policy.
    #[arg(long, env = "PLENUM_FRAME_ANCESTORS", value_name = "SOURCES", default_value = "'none'")]
    pub frame_ancestors: String,

    /// Whom people tell of a barrier, on the accessibility statement: an e-mail address, a web address or a few words.
    #[arg(long, env = "PLENUM_CONTACT", value_name = "TEXT")]
    pub contact: Option<String>,

    /// How log lines are written.
    #[arg(long, env = "PLENUM_LOG_FORMAT", value_name = "FORMAT", default_value = "text")]
    pub log_format: LogFormat,

    /// Which log lines are written.
    #[arg(long, env = "PLENUM_LOG", value_name = "LEVEL", default_value = "info")]
    pub log: LogLevel,
}

/// Where the data is, and the time of day there.
#[derive(Args, Clone, Debug)]
pub struct DataSettings {
    /// Folder of the event logs; made if it is not there.
    #[arg(
        long = "data",
        env = "PLENUM_DATA",
        value_name = "DIR",
        default_value = DATA_FOLDER
    )]
    pub folder: PathBuf,

    /// Time zone of minutes, as in Europe/Oslo; the machine's own when left out.
    #[arg(long, env = "PLENUM_TIME_ZONE", value_name = "ZONE", value_parser = parse_zone)]
    pub time_zone: Option<jiff::tz::TimeZone>,
}

impl DataSettings {
    /// The time zone of minutes.
    pub fn zone(&self) -> jiff::tz::TimeZone {
        self.time_zone.clone().unwrap_or_else(jiff::tz::TimeZone::system)
    }
}

/// The look of the organisation that runs the server.
#[derive(Args, Clone, Debug, Default)]
pub struct BrandSettings {
    /// Name of the organisation; what its logo is called for those who do not see it.
    #[arg(long, env = "PLENUM_ORGANISATION", value_name = "NAME")]
    pub organisation: Option<Organisation>,

    /// File with the organisation's logo, an SVG or a PNG; a PNG stands in the minutes, too.
    #[arg(long, env = "PLENUM_LOGO", value_name = "FILE")]
    pub logo: Option<PathBuf>,

    /// File with the logo for dark grounds, where it is another one.
    #[arg(long, env = "PLENUM_LOGO_DARK", value_name = "FILE", requires = "logo")]
    pub logo_dark: Option<PathBuf>,

    /// File with the organisation's own template for minutes as Word, a .docx or .dotx.
    #[arg(long, env = "PLENUM_MINUTES_TEMPLATE", value_name = "FILE")]
    pub minutes_template: Option<PathBuf>,

    /// File with the organisation's theme of Designsystemet, a .css, from which the two colours are taken.
    #[arg(long, env = "PLENUM_DESIGNSYSTEMET", value_name = "FILE")]
    pub designsystemet: Option<PathBuf>,

    /// Main colour of the pages, as in #104f58; what else they need follows from it and from the accent.
    #[arg(long, env = "PLENUM_MAIN_COLOUR", value_name = "#RRGGBB")]
    pub main_colour: Option<Colour>,

    /// Colour of the one button and of what is on now, as in #f4a340.
    #[arg(long, env = "PLENUM_ACCENT_COLOUR", value_name = "#RRGGBB")]
    pub accent_colour: Option<Colour>,
}

impl BrandSettings {
    /// Reads the files; gives the file that is not what it should be, and why.
    pub fn read(&self) -> Result<Brand, (PathBuf, BrandError)> {
        let logo = |file: &Option<PathBuf>| file.as_deref().map(read_logo).transpose();
        let theme = self.designsystemet.as_deref().map(read_theme).transpose()?.unwrap_or_default();
        Ok(Brand {
            organisation: self.organisation.clone(),
            logo: logo(&self.logo)?,
            dark_logo: logo(&self.logo_dark)?,
            colours: OwnColours {
                main: self.main_colour.or(theme.main),
                accent: self.accent_colour.or(theme.accent),
            },
        })
    }
}

impl BrandSettings {
    /// Reads the template for minutes, where there is one; gives the file that cannot be it, and why.
    pub fn read_minutes_template(&self) -> Result<Option<WordTemplate>, (PathBuf, BrandError)> {
        let Some(file) = &self.minutes_template else { return Ok(None) };
        let read = || -> Result<WordTemplate, BrandError> { Ok(WordTemplate::read(&std::fs::read(file)?)?) };
        read().map(Some).map_err(|problem| (file.clone(), problem))
    }
}

/// Why a file cannot be the logo, the theme, or the template for minutes.
#[derive(Debug, thiserror::Error)]
pub enum BrandError {
    /// It cannot be read.
    #[error("it could not be read")]
    File(#[from] std::io::Error),
    /// It is no logo.
    #[error(transparent)]
    Logo(#[from] LogoError),
    /// It is no theme.
    #[error(transparent)]
    Theme(#[from] NoTheme),
    /// It is no template.
    #[error(transparent)]
    Template(#[from] TemplateError),
}

fn read_logo(file: &Path) -> Result<Logo, (PathBuf, BrandError)> {
    let read = || -> Result<Logo, BrandError> { Ok(Logo::read(&std::fs::read(file)?)?) };
    read().map_err(|problem| (file.to_owned(), problem))
}

fn read_theme(file: &Path) -> Result<OwnColours, (PathBuf, BrandError)> {
    let read = || -> Result<OwnColours, BrandError> { Ok(theme_colours(&std::fs::read_to_string(file)?)?) };
    read().map_err(|problem| (file.to_owned(), problem))
}

/// Which log lines are written; each level holds those before it.
///
/// It is for Plenum's own lines. Libraries are heard from `warn` up only: below that some of them print what passes
/// through a socket, which is other people's answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum LogLevel {
    /// What failed.
    Error,
    /// What is odd.
    Warn,
    /// What happened.
    Info,
    /// How it happened.
    Debug,
    /// Everything.
    Trace,
}

/// How log lines are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum LogFormat {
    /// For people.
    Text,
    /// One JSON object a line.
    Json,
}

/// The address of this machine that phones on the same network can reach.
///
/// The address listened on where it is a certain one; otherwise the first IPv4 address of a network card, loopback
/// when there is none.
pub fn reachable(listen: SocketAddr) -> IpAddr {
    if !listen.ip().is_unspecified() {
        return listen.ip();
    }
    let cards = if_addrs::get_if_addrs().unwrap_or_default();
    let mut addresses: Vec<Ipv4Addr> = cards
        .iter()
        .filter_map(|card| match card.ip() {
            IpAddr::V4(address) if !address.is_loopback() && !address.is_link_local() => Some(address),
            IpAddr::V4(_) | IpAddr::V6(_) => None,
        })
        .collect();
    // The networks of halls and offices are private ones; bridges of virtual machines tend to 172.16/12.
    addresses.sort_by_key(|address| (!address.is_private(), address.octets()[0] == 172, *address));
    addresses.first().copied().unwrap_or(Ipv4Addr::LOCALHOST).into()
}

fn parse_url(text: &str) -> Result<String, String> {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let whole = rest.is_some_and(|rest| {
        let host = rest.trim_end_matches('/');
        !host.is_empty()
            && host.chars().all(|letter| letter.is_ascii_graphic())
            && !host.contains(['/', '?', '#'])
    });
    if whole {
        Ok(text.trim_end_matches('/').to_owned())
    } else {
        Err(String::from(
            "write it with http:// or https:// and without a path, as in https://plenum.example.no",
        ))
    }
}

fn parse_zone(name: &str) -> Result<jiff::tz::TimeZone, String> {
    jiff::tz::TimeZone::get(name).map_err(|_| String::from("write a name such as Europe/Oslo"))
}
