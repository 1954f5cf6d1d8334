// English where a facilitator is new: before the start, what each kind of item is for, and the way round the page.

/** Before and just after a session is made. */
export const firstUse = {
  details: "Date, language and place",
  noPlace: "no place",
  recentNone: "Sessions that you make or open stand here the next time you come.",
  keyLead: "It is the only way back to running the session. Copy it, and send it to yourself.",
  keyCopied: "The link is copied. Paste it somewhere safe, for instance in an e-mail to yourself.",
  keyLater: "Later",
  keyReminder: "Keep your link",
  addKeys: "Ctrl Enter",
  addsFirst: "The question you are writing is added when you start.",
};

/** What each kind of item is for. */
export const kindGuide = {
  groups: { points: "Points", questions: "Questions", play: "Play" },
  hints: {
    talk: "Something that is said or shown. Nobody answers; phones show what is going on.",
    break: "A break. It can have a clock that all see.",
    group_work: "Tables work on a task, with a clock if you like.",
    pair_talk: "People talk two and two, with a signal to swap.",
    open_text: "All write freely. Answers find together in themes as they come.",
    word_cloud: "Short words. Those that many write are largest.",
    choice: "All choose one or several options. The room sees how many chose what.",
    ranking: "All put the options in order, the most important first.",
    points: "All give out 100 points over the options.",
    scales: "All say how much they agree with one or several statements.",
    number: "All write a number. The room sees the mean and the spread.",
    grid: "All place items by two things at once, for instance benefit and effort.",
    dots: "All put a dot on a picture, for instance a map.",
    quiz: "Questions with a right answer, a clock and points.",
    leaderboard: "Shows who leads in the quiz.",
  },
};

/** What stands where something will come. */
export const empty = {
  themes:
    "Themes come when several answers are alike. You can also select answers yourself and press “New theme”.",
  search: (text: string) => `No answer has “${text}”. Try a shorter word.`,
  searchClear: "Clear the search",
  endedNone: "Nobody answered this question.",
  endedNoneLead: "It stands in the minutes without answers. Reopen the session to ask it again.",
  endedLead: "Nobody answered, so the minutes have only the programme with its times.",
  askedClosed: "Turn it on, and people can write questions on their phones. They come here.",
};

/** The way round the page. */
export const tour = {
  menu: "Show me around",
  offer: "New here? See what is where, in a minute.",
  start: "Show me around",
  decline: "No, thanks",
  declined: "“Show me around” is in the menu whenever you like.",
  progress: (at: number, of: number) => `${at} of ${of}`,
  next: "Next",
  back: "Back",
  skip: "Skip",
  done: "Done",
  steps: {
    programme: {
      heading: "The programme",
      text: "Here you write what is to happen: talks, breaks and questions. Drag items to change their order. Everything can be undone.",
    },
    room: {
      heading: "What the room sees",
      text: "The picture is a small projector. What stands here is what everybody sees on the screen now.",
    },
    join: {
      heading: "How people join",
      text: "Open the projector on the machine at the screen. People scan the QR code, or type the eight digits.",
    },
    next: {
      heading: "Move on",
      text: "This button shows the next item. A question opens by itself when it is shown. You can always go back.",
    },
    answers: {
      heading: "Answers and themes",
      text: "Answers come here and find together in themes. Drag answers and themes to where they belong, and name them. Only you see this part.",
    },
    end: {
      heading: "End, and take the minutes home",
      text: "You end the session in the menu. The minutes are written by then, and you download them as Word.",
    },
  },
};

/** Moving several answers at once. */
export const moving = {
  to: "Move to …",
  none: "No theme is called that",
  selectTheme: (label: string) => `Select all answers in “${label}”`,
  selectFound: (n: number) => (n === 1 ? "Select it" : `Select all ${n}`),
  toNew: (label: string) => `New theme: “${label}”`,
};
