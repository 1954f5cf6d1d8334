// English for programmes as files and templates, and for what is downloaded, on the facilitator's page.
import type * as nb from "./nb-plans.ts";

const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

export const plans: typeof nb.plans = {
  begin: "Begin with",
  blank: "An empty programme",
  blankLead: "You write the items afterwards",
  templates: {
    gathering: {
      name: "Gathering with tables and plenary",
      lead: "Open question, talk in pairs, group work, summary",
    },
    evaluation: { name: "Evaluation", lead: "Scale and two open questions" },
    ideas: { name: "Ideas workshop", lead: "Ideas on the phone, building on them, ranking and points" },
    quiz: { name: "Quiz", lead: "Nicknames, questions against the clock and a leaderboard" },
  },
  own: (date: string) => `Your own template, saved ${date}`,
  remove: "Delete the template",
  removed: (name: string) => `The template “${name}” is deleted.`,
  file: "A file or a text",
  fileLead: "A programme that was saved (.txt or .json), or written in a text editor",
  choose: "Choose a file …",
  drop: "Drop the file here, or paste the text below.",
  paste: "Or paste the text below.",
  dropNow: "Drop the file to read the programme",
  field: "The programme as text",
  example:
    "09:00–09:15 Welcome\nWho: The director\n\n09:15 Question: What matters most?\nAnswer with: free text\nAnswers per person: 3",
  help: "How to write a programme",
  helpLead:
    "An item begins with a time, a kind or both. Below it stand fields with a colon. Options and statements stand on lines with a hyphen. Lines with # are not read.",
  helpFields:
    "Fields: What, How, Who, Answer with (free text, word cloud, choice, ranking, 100 points, scale, number, 2×2 grid, dot on a picture), Answers per person, Characters per answer, Choose up to, Right answer, Rank, Dots per person, Steps, Lowest means, Highest means, Unit, Smallest number, Largest number, Decimals, Level axis, Upright axis, Results show, When so many have answered, Answers wait, Clock.",
  edit: "Change as text",
  read: "Reading the programme …",
  items: (n: number) => count(n, "item", "items"),
  itemsAndQuestions: (items: number, questions: number) =>
    `${count(items, "item", "items")}, ${count(questions, "question", "questions")}`,
  concepts: (n: number) => count(n, "heading of your own", "headings of your own"),
  noItems: "No items yet",
  problems: (n: number) => (n === 1 ? "1 line needs mending" : `${n} lines need mending`),
  problemsMany: (n: number) => `More than ${n} lines need mending. These are the first.`,
  stillWrong: "Mend the lines first, or begin with something else.",
  nothingYet: "Choose a file or paste the text, or begin with an empty programme.",
  line: (n: number) => `Line ${n}`,
  meant: (word: string) => `Did you mean “${word}”?`,
  offline: "The server did not answer. The text is still here: try again in a while.",
  again: "Try again",
  notJson: "The file looks like JSON but is not a programme from Plenum.",
  fileLarge: "The file is too large. A programme is at most 1 MB.",
  fileNoText: "The file cannot be read as text. Save it as plain text (UTF-8), or paste the lines.",
  addHeading: "Add from a file or template",
  addEvaluation: "Add an evaluation",
  addFailed: "The evaluation could not be fetched. Try again in a while.",
  addMenu: "Add from a file or template …",
  addLead: "The items go at the end of the programme. What stands there stays.",
  addFromTemplate: "Take a template …",
  addNow: (n: number) => `Add ${count(n, "item", "items")}`,
  addNone: "Add",
  adding: (n: number, of: number) => `Adding ${n} of ${of} …`,
  added: (n: number) => `${count(n, "item", "items")} added to the programme`,
  menu: "Choices for the programme",
  saveText: "Download programme (text)",
  saveJson: "Download programme (JSON)",
  saved: (name: string) => `Downloaded: ${name}`,
  saveFailed: "The programme could not be fetched. Try again in a while.",
  keepTemplate: "Save as template",
  kept: (name: string) => `“${name}” is saved as a template. It is on the start page in this browser.`,
  keptFull: "There is room for 30 templates. Delete one on the start page first.",
  duplicate: "Duplicate the session",
  duplicateOf: (title: string) => `Duplicate: ${title}`,
  duplicateShort: "Duplicate",
  duplicating: "Duplicating …",
  duplicateFailed: "The session could not be duplicated. Try again in a while.",
  duplicateGone: "The session is no longer on this server.",
  faults: {
    file_too_long: () => "The text is too long. A programme is at most 1 MB.",
    line_not_understood: (found: string) =>
      `“${found}” is neither an item, a field nor an option. An item begins with a time or a kind, as in “Talk: …”.`,
    unknown_field: (found: string) => `“${found}” is not a field we know.`,
    field_out_of_place: (found: string) =>
      `“${found}” does not belong here. Title, place, date and language stand on top, the rest under an item.`,
    field_of_other_kind: (found: string) => `“${found}” does not fit this kind of item.`,
    field_twice: (found: string) => `“${found}” stands twice. Keep one of them.`,
    list_out_of_place: (found: string) =>
      `“${found}” stands as an option, but there is nothing to choose from here. Add “Answer with: choice”, or take the line away.`,
    wrong_time: (found: string) => `“${found}” is not a time. Write it as 09:15.`,
    wrong_date: (found: string) => `“${found}” is not a date. Write it as 2026-11-21.`,
    wrong_number: (found: string) => `“${found}” is not a number, or too large.`,
    wrong_length: (found: string) =>
      `“${found}” is not a length of time. Write it as “2 min” or “1 min 30 s”.`,
    neither_yes_nor_no: (found: string) => `“${found}” is neither yes nor no.`,
    unknown_language: (found: string) => `“${found}” is not a language we know. Write nb, nn or en.`,
    unknown_word: (found: string) =>
      `“${found}” is not one of the words that can stand here. See the description of the format.`,
    unknown_answer: (found: string) =>
      `“${found}” is not a way to answer. Choose free text, word cloud, choice, ranking, 100 points, scale, number, 2×2 grid or dot on a picture.`,
    unknown_option: (found: string) => `The right answer “${found}” is not among the options.`,
  },
};

export const downloads: typeof nb.downloads = {
  menu: "Download …",
  heading: "Download",
  get: "Download",
  getOf: (what: string) => `Download ${what}`,
  formats: {
    docx: {
      name: "Minutes (Word)",
      of: "minutes (Word)",
      lead: "Ready to send, with programme, themes and every answer",
    },
    odt: {
      name: "Minutes (OpenDocument)",
      of: "minutes (OpenDocument)",
      lead: "The same for LibreOffice and others",
    },
    xlsx: {
      name: "Spreadsheet (Excel)",
      of: "spreadsheet (Excel)",
      lead: "A sheet for each question, with numbers to calculate with",
    },
    csv: { name: "Table (CSV)", of: "table (CSV)", lead: "Every answer in one table, for other programs" },
    md: { name: "Minutes (Markdown)", of: "minutes (Markdown)", lead: "Plain text, for web pages and notes" },
    json: {
      name: "Archive (JSON)",
      of: "archive (JSON)",
      lead: "The whole session, hidden themes too. Can be read back.",
    },
  },
  making: {
    docx: "Writing the minutes …",
    odt: "Writing the minutes …",
    xlsx: "Making the spreadsheet …",
    csv: "Making the table …",
    md: "Writing the minutes …",
    json: "Making the archive …",
  },
  fetching: (size: string) => `Fetching, ${size} so far …`,
  ready: (name: string, size: string) => `Downloaded: ${name} (${size})`,
  failed: {
    offline: "The server did not answer. Check the network and try again.",
    refused: "The file could not be made now. Try again in a moment.",
  },
  archive: {
    read: "Read an archive back",
    lead: "A session that you downloaded as an archive (JSON). It comes back with answers and themes, and is over.",
    reading: "Reading …",
    notOne:
      "The file is no archive that this server can read. Choose one that was downloaded as an archive (JSON).",
    failed: "The archive could not be read now. Try again in a moment.",
  },
};
