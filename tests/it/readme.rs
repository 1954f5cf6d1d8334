//! The README's table of settings is that of the code.

use std::path::Path;

use clap::{Args, Command};
use plenum::config::ServeSettings;

const BEGIN: &str =
    "<!-- settings: made from src/config.rs by UPDATE_README=1 cargo test --test it readme -->\n";
const END: &str = "<!-- end of settings -->";

fn table() -> String {
    let command = ServeSettings::augment_args(Command::new("plenum"));
    let mut table =
        String::from("| flag | environment variable | default | what it is |\n| --- | --- | --- | --- |\n");
    for argument in command.get_arguments() {
        let Some(flag) = argument.get_long() else { continue };
        let variable = argument.get_env().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let default: Vec<_> =
            argument.get_default_values().iter().map(|value| value.to_string_lossy()).collect();
        let default = default.first().map(|value| format!("`{value}`")).unwrap_or_default();
        let help = argument.get_help().map(ToString::to_string).unwrap_or_default();
        table += &format!("| `--{flag}` | `{variable}` | {default} | {help} |\n");
    }
    table
}

/// An example file of environment variables with their defaults.
fn example() -> String {
    let command = ServeSettings::augment_args(Command::new("plenum"));
    let mut example = String::from(
        "# Copy to .env and uncomment what should differ; flags on the command line come first.\n",
    );
    for argument in command.get_arguments() {
        let Some(variable) = argument.get_env() else {
            continue;
        };
        let help = argument.get_help().map(ToString::to_string).unwrap_or_default();
        let default =
            argument.get_default_values().first().map(|value| value.to_string_lossy()).unwrap_or_default();
        example += &format!("\n# {help}.\n#{}={default}\n", variable.to_string_lossy());
    }
    example
}

#[test]
fn the_example_of_an_environment_file_is_that_of_the_code() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(".env.example");
    let made = example();
    if std::env::var_os("UPDATE_README").is_some() {
        std::fs::write(&path, &made).unwrap();
    }
    assert_eq!(
        std::fs::read_to_string(&path).unwrap_or_default(),
        made,
        "write it anew with UPDATE_README=1"
    );
}

#[test]
fn the_settings_in_the_readme_are_those_of_the_code() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = std::fs::read_to_string(&path).unwrap();
    let (before, rest) = readme.split_once(BEGIN).expect("the README marks where its table begins");
    let (kept, after) = rest.split_once(END).expect("the README marks where its table ends");
    let made = table();
    if std::env::var_os("UPDATE_README").is_some() {
        std::fs::write(&path, format!("{before}{BEGIN}{made}{END}{after}")).unwrap();
        return;
    }
    assert_eq!(kept, made, "write the table anew with UPDATE_README=1");
}
