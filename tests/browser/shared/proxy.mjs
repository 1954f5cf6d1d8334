// A line between a page and the server that can be cut. A browser's own offline mode leaves open sockets alive.
import { connect, createServer } from "node:net";

const REQUEST_LINE = /^(GET|HEAD|POST|PUT|DELETE|OPTIONS) (\S+) HTTP\/1\.[01]\r\n/;

export class Proxy {
  #to;
  #port = 0;
  #listener;
  #sockets = new Set();
  /** What was asked of the server over this line, as `GET /38851953`, in the order it came. */
  requests = [];

  constructor(port) {
    this.#to = port;
  }

  get origin() {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Takes connections, on the same port as before. */
  async mend() {
    this.#listener = createServer((near) => this.#join(near));
    await new Promise((done, refuse) => {
      this.#listener.once("error", refuse);
      this.#listener.listen(this.#port, "127.0.0.1", done);
    });
    this.#port = this.#listener.address().port;
  }

  /** Breaks every connection and refuses new ones. */
  async cut() {
    const closed = new Promise((done) => this.#listener.close(done));
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  #join(near) {
    const far = connect(this.#to, "127.0.0.1");
    near.on("data", (bytes) => {
      const asked = REQUEST_LINE.exec(bytes.toString("latin1"));
      if (asked) this.requests.push(`${asked[1]} ${asked[2]}`);
    });
    for (const [one, other] of [
      [near, far],
      [far, near],
    ]) {
      this.#sockets.add(one);
      one.setNoDelay(true);
      // What breaks here is what the trip breaks; the other end sees it.
      one.on("error", () => other.destroy());
      one.on("close", () => {
        this.#sockets.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  }
}
