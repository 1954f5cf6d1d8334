// English for answers from a spreadsheet.

export const imports = {
  open: "Answers from a spreadsheet",
  openLead: "Make a session of answers that were collected elsewhere, in Forms for example.",
  heading: "Answers from a spreadsheet",
  lead: "Choose a file with the answers: Excel (.xlsx), OpenDocument (.ods) or CSV. Files from Microsoft Forms and Google Forms are recognised. Others are read as plain tables.",
  privacy:
    "The file is not kept. Only the columns you choose are taken, and nobody can see which answers came from the same person.",
  choose: "Choose a file",
  another: "Choose another file",
  drop: "or drop it here",
  dropNow: "Drop the file",
  reading: "Reading the file …",
  close: "Close",
  layouts: {
    microsoft_forms: "Looks like answers from Microsoft Forms.",
    google_forms: "Looks like answers from Google Forms.",
    mentimeter: "Looks like answers from Mentimeter.",
    slido: "Looks like answers from Slido.",
  },
  table: (n: number) => `Sheet ${n}`,
  columns: "The columns of the file",
  column: "Column",
  filled: "Answers",
  becomes: "Becomes",
  untitled: (letter: string) => `Column ${letter}`,
  kinds: { none: "Not taken", open_text: "Open question", choice: "Choice", number: "Number" },
  kindOf: (heading: string) => `What “${heading}” becomes`,
  promptOf: (heading: string) => `The question for “${heading}”`,
  prompt: "The question",
  promptMissing: "Write the question.",
  promptLong: "The question can have at most 1,000 characters.",
  options: (options: string) => `Options: ${options}`,
  personal: "Probably personal data – not taken",
  personalTaken: "Probably personal data. Everybody can see it if you take it.",
  aside: "Looks like points or feedback from a form",
  tooLong: (n: number, rows: string) =>
    n === 1
      ? `1 answer is longer than 2,000 characters and cannot be taken (row ${rows}).`
      : `${n} answers are longer than 2,000 characters and cannot be taken (rows ${rows}).`,
  andMore: "and more",
  and: "and",
  headerRow: (row: number) => `Row ${row} is headings, not answers`,
  noHeader: "Found no headings. Every row is an answer.",
  empty: (n: number) => (n === 1 ? "1 empty column is not shown." : `${n} empty columns are not shown.`),
  session: "The session",
  summary: (questions: number, answers: number) =>
    `${questions} ${questions === 1 ? "question" : "questions"}, ${answers} ${answers === 1 ? "answer" : "answers"}`,
  nothing: "Choose at least one column to become a question.",
  create: "Make the session",
  creating: "Making the session …",
  offline: "Cannot reach the server. What you have chosen is still here. Try again in a while.",
  failed: "That did not work just now. What you have chosen is still here. Try again in a while.",
  faults: {
    table_too_large: "The file is larger than 10 MB. Save only the sheet with the answers, and try again.",
    table_too_much:
      "There is more in the file than we can read: at most 20 sheets, 20,000 rows and 200 columns.",
    table_wrong_type:
      "This is not a spreadsheet we can read. Choose a file that ends in .xlsx, .ods or .csv.",
    table_old: "The file is of an old kind. Open it in Excel, save it as .xlsx, and try again.",
    table_protected: "The file is protected by a password. Save it without one, and try again.",
    table_empty: "There is nothing in the file.",
    table_broken: "The file is damaged and cannot be read. Save it anew, and try again.",
    table_nothing_chosen: "A column you have chosen has no answers that can be taken.",
    table_unfit: "A column does not fit what it is to become. Make it an open question.",
    table_too_many: "There are more answers in the file than a session can have. Split the file in two.",
  },
};
