/** Every operation and every error, against the server at ONRECORD_URL and the one with keys. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Refused, cut, extract, fromLines, onrecord, retrying, toLines, type Answer } from "../src/index.js";

const baseUrl = process.env["ONRECORD_URL"] ?? "http://127.0.0.1:8000";
const guardedUrl = process.env["ONRECORD_GUARDED_URL"];
const busyUrl = process.env["ONRECORD_BUSY_URL"];

/** Methods and paths that were asked for, and kinds of problem that came back. */
const [called, met] = [new Set<string>(), new Set<string>()];

function connect(options: Parameters<typeof onrecord>[0]) {
  const made = onrecord(options);
  made.use({
    async onResponse({ request, response }) {
      called.add(`${request.method} ${new URL(request.url).pathname}`);
      if (response.headers.get("Content-Type") === "application/problem+json") {
        met.add(((await response.clone().json()) as { type: string }).type);
      }
    },
  });
  return made;
}

const client = connect({ baseUrl });
const text = "Ada said: “Grüße 👩‍🚀, the mill 😀 stays e\u0301 open,” then “No.”";

async function quotes(body: Record<string, unknown>, headers: Record<string, string> = {}) {
  return client.POST("/quotes", { body: body as { text: string }, headers });
}

for (const unit of ["codepoint", "utf16", "utf8"] as const) {
  test(`spans in ${unit} cut their text out`, async () => {
    const { data } = await client.POST("/quotes", { body: { text, offset_unit: unit } });
    const spans = (data as Answer).quotes!.flatMap((quote) => quote.parts);
    assert.ok(spans.length >= 2);
    for (const span of spans) {
      const found =
        unit === "utf16"
          ? cut(text, span)
          : unit === "utf8"
            ? Buffer.from(text).subarray(span.start, span.end).toString()
            : [...text].slice(span.start, span.end).join("");
      assert.equal(found, span.text);
    }
  });
}

test("an answer, or what was wrong", async () => {
  assert.equal((await extract(client, { text, id: "a" })).id, "a");
  const wrong = (error: unknown) =>
    error instanceof Refused && error.problem.type === "urn:onrecord:problem:invalid-field";
  await assert.rejects(extract(client, { text: "" }), wrong);
});

test("spans point into HTML", async () => {
  const html = "<p>😀 Ada said: “The <b>mill</b> &amp; more.”";
  const { data } = await client.POST("/quotes", {
    body: { text: html, content_type: "text/html", offset_unit: "utf16" },
  });
  const part = (data as Answer).quotes![0]!.parts[0]!;
  assert.equal(cut(html, part), "The <b>mill</b> &amp; more.");
  assert.equal(part.shown, "The mill & more.");
});

test("a batch is a line in, a line out", async () => {
  const body = toLines([{ id: "a", text }, { id: "b", text: "" }, { id: "c", text }]);
  const { response } = await client.POST("/quotes/batch", {
    body,
    bodySerializer: (lines) => lines as string,
    headers: { "Content-Type": "application/x-ndjson" },
    parseAs: "stream",
  });
  const got = [];
  for await (const line of fromLines(response.body!)) got.push(line);
  assert.deepEqual(got.map((line) => line.id), ["a", "b", "c"]);
  assert.deepEqual(got.map((line) => "error" in line), [false, true, false]);
});

test("the state of the service", async () => {
  assert.equal((await client.GET("/healthz")).data?.status, "alive");
  assert.equal((await client.GET("/readyz")).data?.status, "ready");
  for (const path of ["/metrics", "/docs", "/openapi.yaml"] as const) {
    assert.match((await client.GET(path, { parseAs: "text" })).data as string, /onrecord/);
  }
  assert.ok((await client.GET("/openapi.json")).data);
  assert.match((await client.GET("/", { parseAs: "text" })).data as string, /onrecord/);
  const params = { path: { name: "main.js" } };
  const file = await client.GET("/page/{name}", { params, parseAs: "text" });
  assert.match(file.data as string, /import/);
});

test("a warning", async () => {
  const german = "Der Rat hat am Dienstag die alte Brücke gesperrt. ".repeat(5);
  const { data } = await quotes({ text: german });
  assert.equal((data as Answer).meta.warnings![0]!.type, "urn:onrecord:warning:not-english");
});

test("other forms", async () => {
  const table = await client.POST("/quotes", {
    body: { text }, headers: { Accept: "text/csv" }, parseAs: "text",
  });
  assert.match(table.data as string, /^article,id,type/);
  const linked = await quotes({ text }, { Accept: "application/ld+json" });
  assert.ok("@graph" in (linked.data as object));
});

test("what the caller has is not given again", async () => {
  const tag = (await quotes({ text })).response.headers.get("ETag")!;
  assert.equal((await quotes({ text }, { "If-None-Match": tag })).response.status, 304);
});

const refused: [number, string, Record<string, unknown>, Record<string, string>][] = [
  [422, "invalid-field", { text: "" }, {}],
  [422, "invalid-field", { text: "a", incldue: [] }, {}],
  [406, "not-acceptable", { text: "a" }, { Accept: "image/png" }],
  [415, "unsupported-media-type", { text: "a" }, { "Content-Type": "application/pdf" }],
  [413, "too-large", { text: "a".repeat(3_000_000) }, {}],
  [500, "internal-error", { text: "raise a bug" }, {}],
  [503, "out-of-memory", { text: "take all the memory" }, {}],
];
for (const [status, kind, body, headers] of refused) {
  test(`${status} ${kind} ${Object.keys(body).join()}`, async () => {
    const { error, response } = await quotes(body, headers);
    assert.equal(response.status, status);
    assert.equal(error?.type, `urn:onrecord:problem:${kind}`);
  });
}

const broken: [string, BodyInit, Record<string, string>][] = [
  ["not-json", "{", {}],
  ["not-utf8", new Uint8Array([0x22, 0xff, 0x22]), {}],
  ["bad-request", "no such thing", { "Content-Encoding": "gzip" }],
];
for (const [kind, body, headers] of broken) {
  test(`400 ${kind}`, async () => {
    const { error } = await client.POST("/quotes", {
      body: { text: "a" }, bodySerializer: () => body, headers,
    });
    assert.equal(error?.type, `urn:onrecord:problem:${kind}`);
  });
}

test("503", { skip: busyUrl === undefined }, async () => {
  // The server gives an article two seconds and lets one wait: of three the last finds no room.
  const busy = connect({ baseUrl: busyUrl!, fetch: retrying({ tries: 1 }) });
  const asked = [1, 2, 3].map((n) => busy.POST("/quotes", { body: { text: `take a minute ${n}` } }));
  const told = (await Promise.all(asked)).map(({ error }) => error?.type.split(":").pop());
  assert.deepEqual(told.sort(), ["out-of-time", "out-of-time", "overloaded"]);
});

test("404", async () => {
  const elsewhere = connect({ baseUrl: `${baseUrl}/nowhere` });
  const { error } = await elsewhere.POST("/quotes", { body: { text } });
  assert.equal(error?.type, "urn:onrecord:problem:not-found");
});

test("405", async () => {
  // The types allow no such call: what JavaScript without them would get.
  const untyped = client as unknown as {
    PUT(path: string): Promise<{ error?: { type: string }; response: Response }>;
  };
  const { error, response } = await untyped.PUT("/quotes");
  assert.equal(response.headers.get("Allow"), "OPTIONS, POST");
  assert.equal(error?.type, "urn:onrecord:problem:method-not-allowed");
});

test("414", async () => {
  const query = { title: "x".repeat(9_000) };
  const { error } = await client.POST("/quotes", { body: { text }, params: { query } });
  assert.equal(error?.type, "urn:onrecord:problem:uri-too-long");
});

test("431", async () => {
  const { error } = await quotes({ text }, { "X-Long": "x".repeat(70_000) });
  assert.equal(error?.type, "urn:onrecord:problem:headers-too-large");
});

test("401 and 429", { skip: guardedUrl === undefined }, async () => {
  const stranger = connect({ baseUrl: guardedUrl! });
  assert.equal((await stranger.POST("/quotes", { body: { text } })).response.status, 401);
  const desk = connect({ baseUrl: guardedUrl!, headers: { "X-API-Key": "client-test-key" } });
  assert.equal((await desk.POST("/quotes", { body: { text } })).response.status, 200);
  const { error, response } = await desk.POST("/quotes", { body: { text } });
  assert.equal(error?.status, 429);
  assert.ok(Number(response.headers.get("Retry-After")) > 0);
});

test("every operation was called and every kind of problem met", { skip: !(guardedUrl && busyUrl) }, async () => {
  const { data } = await client.GET("/openapi.json");
  const paths = Object.entries((data as { paths: Record<string, object> }).paths);
  const operations = paths.flatMap(([path, item]) =>
    Object.keys(item).map((method) => `${method.toUpperCase()} ${path.replace("{name}", "main.js")}`));
  assert.deepEqual(operations.filter((operation) => !called.has(operation)), []);
  // Those that the contract has examples of.
  const kinds = new Set(JSON.stringify(data).match(/urn:onrecord:problem:[a-z0-9-]+/g));
  assert.ok(kinds.size >= 15);
  assert.deepEqual([...kinds].filter((kind) => !met.has(kind)), []);
});
