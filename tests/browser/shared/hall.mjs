// Many people who answer at once, without a page for each of them.

/**
 * Has as many people as it takes join a session and give these answers to a question, `each` a person, and leave. `page`
 * is any page of the server; it lends its sockets.
 */
export async function answerAs(page, session, item, texts, each = 1) {
  const contents = texts.map((text) => ({ type: "text", text }));
  await page.evaluate(give, { code: session.code, item, contents, each });
}

/** Has as many people as it takes join a session, give one of these ballots each to a ranking, and leave. */
export async function rankAs(page, session, item, orders) {
  const contents = orders.map((order) => ({ type: "ranking", order }));
  await giveAs(page, session, item, contents);
}

/** The same with answers of any kind. */
export async function giveAs(page, session, item, contents) {
  await page.evaluate(give, { code: session.code, item, contents, each: 1 });
}

/** In a page: people join, each gives some of the answers, and they leave. */
async function give({ code, item, contents, each }) {
  for (let from = 0; from < contents.length; from += each) {
    const socket = new WebSocket(`${location.origin.replace("http", "ws")}/api/v1/sessions/${code}/socket`);
    const key = () =>
      btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))))
        .replaceAll("+", "-")
        .replaceAll("/", "_")
        .replaceAll("=", "");
    const send = (message) => socket.send(JSON.stringify(message));
    await new Promise((done, failed) => {
      const mine = contents.slice(from, from + each);
      let left = mine.length;
      const next = () => {
        const content = mine[mine.length - left];
        send({
          type: "answer",
          item,
          key: key(),
          version: 1,
          content,
        });
      };
      socket.onopen = () =>
        send({
          type: "hello",
          version: 1,
          as: { role: "phone", token: key(), secret: null },
          cursor: null,
        });
      socket.onclose = () => failed(new Error("the line was lost"));
      socket.onmessage = ({ data }) => {
        const message = JSON.parse(data);
        if (message.type === "refused") failed(new Error(JSON.stringify(message)));
        if (message.type === "snapshot") next();
        if (message.type !== "accepted") return;
        left -= 1;
        if (left > 0) return next();
        socket.onclose = null;
        socket.close();
        done();
      };
    });
  }
}

/**
 * Has people play the quiz: each by its `token`, under a `nickname` if it names one, with a `content` if it answers
 * `item`. All of them are there at once, as in a hall.
 */
export async function playAs(page, session, item, players) {
  await page.evaluate(play, { code: session.code, item, players });
}

/** A token, or an answer's key, of a phone: 22 characters of base64url. */
export const tokenOf = (number) => `player-${String(number).padStart(14, "0")}A`;

async function play({ code, item, players }) {
  const address = `${location.origin.replace("http", "ws")}/api/v1/sessions/${code}/socket`;
  const one = ({ token, nickname, content }) =>
    new Promise((done, failed) => {
      const socket = new WebSocket(address);
      const send = (message) => socket.send(JSON.stringify(message));
      const answer = () => {
        if (content) return send({ type: "answer", item, key: token, version: 1, content });
        socket.onclose = null;
        socket.close();
        done();
      };
      const hello = { role: "phone", token, secret: null };
      socket.onopen = () => send({ type: "hello", version: 1, as: hello, cursor: null });
      socket.onclose = () => failed(new Error("the line was lost"));
      socket.onmessage = ({ data }) => {
        const message = JSON.parse(data);
        if (message.type === "refused") failed(new Error(JSON.stringify(message)));
        if (message.type === "snapshot" && nickname) send({ type: "choose_nickname", nickname });
        if (message.type === "snapshot" && !nickname) answer();
        if (message.type === "own_quiz") answer();
        if (message.type !== "accepted") return;
        socket.onclose = null;
        socket.close();
        done();
      };
    });
  await Promise.all(players.map(one));
}

/** Has one person for each of these texts join a session, put it to the speaker, and leave; gives the questions' numbers. */
export async function askAs(page, session, texts) {
  const messages = texts.map((text) => [{ type: "ask_speaker", text }]);
  return (await page.evaluate(say, { code: session.code, people: messages })).flat();
}

/** Has as many people as there are lists join a session, vote for the questions of one list each, and leave. */
export async function voteAs(page, session, lists) {
  const people = lists.map((list) =>
    list.map((asked) => ({ type: "vote_asked", asked, version: 1, up: true })),
  );
  await page.evaluate(say, { code: session.code, people });
}

/**
 * Has as many people as there are lists join a session, take a stand on the statements of one list each, as
 * `[statement, "agree"]`, and leave.
 */
export async function standAs(page, session, item, lists) {
  const people = lists.map((list) =>
    list.map(([statement, stand]) => ({ type: "take_stand", item, statement, version: 1, stand })),
  );
  await page.evaluate(say, { code: session.code, people });
}

/** In a page: people join, each says some things one to another, and they leave; gives the questions each then has. */
async function say({ code, people }) {
  const key = () =>
    btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))))
      .replaceAll("+", "-")
      .replaceAll("/", "_")
      .replaceAll("=", "");
  const one = (messages) =>
    new Promise((done, failed) => {
      const socket = new WebSocket(`${location.origin.replace("http", "ws")}/api/v1/sessions/${code}/socket`);
      const send = (message) => socket.send(JSON.stringify(message));
      let left = messages.length;
      const as = { role: "phone", token: key(), secret: null };
      socket.onopen = () => send({ type: "hello", version: 1, as, cursor: null });
      socket.onclose = () => failed(new Error("the line was lost"));
      socket.onmessage = ({ data }) => {
        const message = JSON.parse(data);
        if (message.type === "refused") failed(new Error(JSON.stringify(message)));
        const isHeard = ["accepted", "voted", "stand_taken"].includes(message.type);
        if (isHeard) left -= 1;
        const next = messages[messages.length - left];
        if ((isHeard || message.type === "snapshot") && next)
          send(next.type === "ask_speaker" ? { ...next, key: key() } : next);
        if (isHeard && left === 0) send({ type: "recall_asked" });
        if (message.type !== "own_asked" || left > 0) return;
        socket.onclose = null;
        socket.close();
        done(message.asked.map((asked) => asked.id));
      };
    });
  const said = [];
  for (const messages of people) said.push(await one(messages));
  return said;
}
