//! What the pages wear: who may show them inside theirs, the look of the organisation that serves them, and what the
//! server can do that not every server can.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use maud::{Markup, PreEscaped, html};
use sha2::{Digest, Sha256};

use super::pages::FrameAncestors;
use crate::brand::{Brand, Legibility, Logo, style};
use crate::export::MAKES_PDF;

/// Where the logo is, and the one for dark grounds.
pub const LOGO: &str = "/logo";
pub const DARK_LOGO: &str = "/logo/dark";

/// Where the logo stands on the phone: above the page, as long as the page's own first line says only our name.
///
/// The phone's document is compressed when it is built, so what is added stands at its end and is moved by its style.
const ON_THE_PHONE: &str = "body{display:flex;flex-direction:column}#app{flex:1}\
     #brand{order:-1;width:100%;max-width:40rem;margin:0 auto;padding:1rem clamp(1rem,5vw,1.25rem) 0}\
     #brand img{display:block;width:auto;height:3rem;max-width:min(100%,18rem);object-fit:contain;object-position:0 50%}\
     .page{min-height:calc(100svh - 4rem)!important}\
     .page>header:not(:has(*)),.page>header>.name{display:none}\
     body:has(.page>header>p:not(.name)) #brand{display:none}\
     body:has(.page>header>p:not(.name)) .page{min-height:100svh!important}";
/// A logo without another for dark grounds stands on light ground there.
const ON_LIGHT_GROUND: &str = "@media(prefers-color-scheme:dark){\
     #brand>img{padding:.375rem .625rem;border-radius:8px;background:#fbf9f5}}";

/// Tells the facilitator's page that there are PDFs to be had.
const OFFERS_PDF: &str = "<template id=\"pdf\"></template>";

/// What the pages wear; nothing of its own by default.
#[derive(Clone, Debug, Default)]
pub struct Dress {
    pub(super) framing: FrameAncestors,
    phone: Worn,
    near: Worn,
    far: Worn,
}

/// What is added to one page, and what its security policy must let in for that.
#[derive(Clone, Debug, Default)]
pub(super) struct Worn {
    /// A style element, or nothing.
    pub style: String,
    /// The logo as elements, or nothing.
    pub logo: String,
    /// What the server can do, as elements, or nothing.
    pub offers: &'static str,
    /// Sources of styles, each after a space.
    pub style_sources: String,
}

impl Dress {
    /// The pages as a look has them.
    pub fn new(framing: FrameAncestors, brand: &Brand) -> Dress {
        let [near, far] =
            [Legibility::Near, Legibility::Far].map(|legibility| style(brand.colours, legibility));
        let offers = if MAKES_PDF { OFFERS_PDF } else { "" };
        let Some(logo) = &brand.logo else {
            return Dress {
                framing,
                phone: worn(&near, Markup::default()),
                near: Worn { offers, ..worn(&near, Markup::default()) },
                far: worn(&far, Markup::default()),
            };
        };
        let image = picture(logo, brand);
        let ground = if brand.dark_logo.is_some() { "" } else { ON_LIGHT_GROUND };
        Dress {
            framing,
            phone: worn(
                &[near.as_str(), ON_THE_PHONE, ground].concat(),
                html! { section #brand aria-label=(brand.name()) { (image) } },
            ),
            near: Worn { offers, ..worn(&near, html! { template #logo { (image) } }) },
            far: worn(&far, html! { template #logo { (image) } }),
        }
    }

    /// As of a server that was built without PDF.
    pub fn without_pdf(self) -> Dress {
        Dress { near: Worn { offers: "", ..self.near }, ..self }
    }

    /// Whether there are PDFs to be had.
    pub(super) fn offers_pdf(&self) -> bool {
        !self.near.offers.is_empty()
    }

    /// What the phone's page wears.
    pub(super) fn phone(&self) -> &Worn {
        &self.phone
    }

    /// What a page wears that is read from near, or from afar.
    pub(super) fn page(&self, legibility: Legibility) -> &Worn {
        match legibility {
            Legibility::Near => &self.near,
            Legibility::Far => &self.far,
        }
    }
}

fn worn(style: &str, logo: Markup) -> Worn {
    let logo = logo.into_string();
    if style.is_empty() {
        return Worn { logo, ..Worn::default() };
    }
    let hash = STANDARD.encode(Sha256::digest(style));
    Worn {
        style: html! { style { (PreEscaped(style)) } }.into_string(),
        logo,
        style_sources: format!(" 'sha256-{hash}'"),
        offers: "",
    }
}

fn picture(logo: &Logo, brand: &Brand) -> Markup {
    let (width, height) = match logo {
        Logo::Svg(_) => (None, None),
        Logo::Raster { width, height, .. } => (Some(width), Some(height)),
    };
    let image = html! { img src=(LOGO) alt=(brand.name()) width=[width] height=[height]; };
    if brand.dark_logo.is_none() {
        return image;
    }
    html! {
        picture {
            source srcset=(DARK_LOGO) media="(prefers-color-scheme: dark)";
            (image)
        }
    }
}
