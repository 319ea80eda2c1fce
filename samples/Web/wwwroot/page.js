const pad = document.getElementById("pad");
const pen = pad.getContext("2d");
const status = document.getElementById("status");
let strokes = [];
let stroke = null;
let request = new AbortController();

pad.addEventListener("pointerdown", event => {
  request.abort();
  pad.setPointerCapture(event.pointerId);
  stroke = { points: [] };
  strokes.push(stroke);
  extend(event);
});
pad.addEventListener("pointermove", event => {
  if (stroke) event.getCoalescedEvents().concat(event).forEach(extend);
});
pad.addEventListener("pointerup", finish);
pad.addEventListener("pointercancel", finish);
document.getElementById("clear").addEventListener("click", clear);

function extend(event) {
  const box = pad.getBoundingClientRect();
  const inside = value => Math.min(1, Math.max(0, value));
  const point = { x: inside((event.clientX - box.left) / box.width), y: inside((event.clientY - box.top) / box.height) };
  const last = stroke.points.at(-1);
  if (last && Math.hypot(point.x - last.x, point.y - last.y) < 0.004) return;
  stroke.points.push(point);
  pen.lineWidth = pad.width / 12;
  pen.lineCap = pen.lineJoin = "round";
  pen.beginPath();
  pen.moveTo((last ?? point).x * pad.width, (last ?? point).y * pad.height);
  pen.lineTo(point.x * pad.width, point.y * pad.height);
  pen.stroke();
}

function finish() {
  if (!stroke) return;
  stroke = null;
  read();
}

function clear() {
  request.abort();
  strokes = [];
  pen.clearRect(0, 0, pad.width, pad.height);
  show({ digit: null, image: [], opinions: [], calls: [], elapsed: 0 });
  tell("Draw with the mouse, a pen or a finger.");
}

// A new stroke aborts the request before: the server sees the disconnect and cancels the models' work.
async function read() {
  request.abort();
  request = new AbortController();
  const { signal } = request;
  const streams = document.getElementById("stream").checked;
  tell("reading …");
  try {
    const response = await fetch(streams ? "watch" : "read", {
      method: "POST",
      headers: { "Content-Type": "application/json", "Accept": streams ? "application/x-ndjson" : "application/json", "Pipeline-Timeout": "2s" },
      body: JSON.stringify({ strokes }),
      signal,
    });
    if (!response.ok) throw new Error(describe(response.status, await response.json()));
    if (streams) for await (const reading of lines(response.body)) show(reading);
    else show(await response.json());
    tell("done");
  } catch (failure) {
    if (!signal.aborted) tell(failure.message, true);
  }
}

function describe(status, problem) {
  const errors = Object.entries(problem.errors ?? {}).flatMap(([name, texts]) => texts.map(text => `${name}: ${text}`));
  return [`${status} ${problem.title}`, problem.detail, ...errors].filter(Boolean).join(" – ");
}

async function* lines(body) {
  let rest = "";
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    const parts = (rest + value).split("\n");
    rest = parts.pop();
    for (const part of parts.filter(Boolean)) {
      const item = JSON.parse(part);
      if (item.error) throw new Error(describe(item.error.status, item.error));
      yield item;
    }
  }
}

function tell(text, isBad = false) {
  status.textContent = text;
  status.classList.toggle("bad", isBad);
}

function show({ digit, image, opinions, calls, elapsed }) {
  document.getElementById("digit").value = digit ?? "–";
  showImage(image);
  document.getElementById("opinions").replaceChildren(...opinions.map(opinionRow));
  const end = Math.max(elapsed, 1);
  document.getElementById("calls").replaceChildren(...calls.map(call => callRow(call, end)));
  const sum = calls.reduce((total, call) => total + call.end - call.start, 0);
  document.getElementById("times").textContent =
    calls.length ? `${elapsed.toFixed(1)} ms in all; the calls one after another: ${sum.toFixed(1)} ms` : "";
}

function showImage(image) {
  const seen = document.getElementById("seen").getContext("2d");
  const pixels = seen.createImageData(8, 8);
  for (let place = 0; place < 64; place++) {
    const grey = 255 * (1 - (image[place] ?? 0));
    pixels.data.set([grey, grey, grey, 255], place * 4);
  }
  seen.putImageData(pixels, 0, 0);
}

function opinionRow({ model, digit, scores, failure }) {
  const row = document.createElement("tr");
  const bars = element("div", "scores");
  scores.forEach((score, value) => {
    const bar = element("i", value === digit ? "most" : "");
    bar.style.height = `${Math.round(score * 100)}%`;
    bar.title = `${value}: ${(score * 100).toFixed(1)} %`;
    bars.append(bar);
  });
  const last = element("td", failure ? "failed" : "");
  last.append(failure ?? bars);
  row.append(element("td", "", model), element("td", "digit", digit ?? "–"), last);
  return row;
}

function callRow({ service, api, start, end, failed }, whole) {
  const row = element("div", failed ? "call failed" : "call");
  const track = element("div", "track");
  const bar = element("div", "bar");
  bar.style.marginLeft = `${(start / whole) * 100}%`;
  bar.style.width = `${((end - start) / whole) * 100}%`;
  track.append(bar);
  row.append(element("span", "", `${service}.${api}`), track, element("span", "", `${(end - start).toFixed(1)} ms`));
  return row;
}

function element(name, className, text) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}
