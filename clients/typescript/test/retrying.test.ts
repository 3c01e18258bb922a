/** What the client does about cut connections and refusals for now, against the service at
 * ONRECORD_KILLING_URL, whose processes are killed again and again. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { answers, onrecord, retrying } from "../src/index.js";

const text = "Ada said: “No.”";

/** Has worker processes killed, with all that they have in hand, while something is done. */
async function whileKilling<T>(url: string, work: () => Promise<T>): Promise<T> {
  const body = JSON.stringify({ text: "kill me" });
  const init = { method: "POST", body, headers: { "Content-Type": "application/json" } };
  const timer = setInterval(() => fetch(`${url}/quotes`, init).catch(() => undefined), 700);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}

const killingUrl = process.env["ONRECORD_KILLING_URL"];
const killed = { skip: killingUrl === undefined };
const patient = () => onrecord({ baseUrl: killingUrl!, fetch: retrying({ tries: 8 }) });

test("what killed processes had in hand is sent again", killed, async () => {
  await whileKilling(killingUrl!, async () => {
    const client = patient();
    const numbers = Array.from({ length: 60 }, (_, number) => number);
    const one = async () => {
      for (let number = numbers.pop(); number !== undefined; number = numbers.pop()) {
        const { response } = await client.POST("/quotes", { body: { text: `Ada: “${number}.”` } });
        assert.equal(response.status, 200);
      }
    };
    await Promise.all(Array.from({ length: 8 }, one));
  });
});

test("a batch that is cut off goes on where it was", killed, async () => {
  const articles = Array.from({ length: 40 }, (_, n) => ({ id: `${n}`, text: `Ada: “${n}.”` }));
  const got = await whileKilling(killingUrl!, async () => {
    const lines = [];
    for await (const line of answers(patient(), articles, 8)) lines.push(line);
    return lines;
  });
  assert.deepEqual(got.map((line) => line.id), articles.map((article) => article.id));
});

/** A client that gets these replies, and when they were asked for. */
function replied(...replies: (Response | Error)[]) {
  const came: number[] = [];
  const fetch = retrying({
    fetch: async () => {
      came.push(performance.now());
      const reply = replies.shift()!;
      if (reply instanceof Error) throw reply;
      return reply;
    },
  });
  return { came, client: onrecord({ baseUrl: "http://a", fetch }) };
}

const problem = (status: number, headers: Record<string, string> = {}) =>
  new Response("{}", { status, headers: { "Content-Type": "application/problem+json", ...headers } });

test("it waits as long as it is told to", async () => {
  const wait = { "Retry-After": "1" };
  const { came, client } = replied(problem(503, wait), problem(429, wait), Response.json({}));
  assert.equal((await client.POST("/quotes", { body: { text } })).response.status, 200);
  assert.ok(came[1]! - came[0]! >= 990 && came[2]! - came[1]! >= 990);
});

test("what would fail again is not sent again", async () => {
  for (const [status, headers] of [[503, {}], [429, { "Retry-After": "3600" }], [422, {}], [500, {}]] as const) {
    const { came, client } = replied(problem(status, headers));
    assert.equal((await client.POST("/quotes", { body: { text } })).response.status, status);
    assert.equal(came.length, 1);
  }
});

test("what a proxy says and cut connections are tried again", async () => {
  const cut = new TypeError("terminated");
  const { came, client } = replied(new Response("", { status: 502 }), cut, Response.json({}));
  assert.equal((await client.POST("/quotes", { body: { text } })).response.status, 200);
  assert.equal(came.length, 3);
});

test("the last try is told as it is", async () => {
  const { client } = replied(...Array.from({ length: 5 }, () => new TypeError("terminated")));
  await assert.rejects(client.POST("/quotes", { body: { text } }), TypeError);
});
