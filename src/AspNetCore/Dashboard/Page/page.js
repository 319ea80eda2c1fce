"use strict";

const byId = id => document.getElementById(id);
const ms = time => time >= 1000 ? `${(time / 1000).toFixed(2)} s` : time >= 10 ? `${time.toFixed(0)} ms` : time >= 0.1 ? `${time.toFixed(1)} ms` : `${(time * 1000).toFixed(0)} µs`;
const element = (tag, attributes = {}, ...children) => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    name === "text" ? made.textContent = value : made.setAttribute(name, value);
  made.append(...children);
  return made;
};

/* The services: a column for each distance from the roots. */

const nodes = new Map();

async function drawGraph() {
  const services = await (await fetch("services")).json();
  const depth = new Map(services.map(service => [service.name, 0]));
  for (let changed = true; changed;) {
    changed = false;
    for (const service of services)
      for (const needed of service.needs)
        if (depth.get(needed) <= depth.get(service.name)) {
          depth.set(needed, depth.get(service.name) + 1);
          changed = true;
        }
  }

  const [width, height, gap, lane] = [170, 44, 70, 14];
  const columns = [];
  for (const service of services)
    (columns[depth.get(service.name)] ??= []).push(service.name);
  const place = new Map();
  const tallest = Math.max(...columns.map(column => column.length));
  const tops = columns.map(column => (tallest - column.length) * (height + lane) / 2);
  columns.forEach((column, x) => {
    // Beside those that need it, as far as there is room; the column in the middle.
    const wish = new Map(column.map((name, y) => {
      const users = services.filter(service => x > 0 && service.needs.includes(name)).map(service => place.get(service.name)?.y).filter(at => at !== undefined);
      return [name, users.length === 0 ? y * (height + lane) : users.reduce((sum, at) => sum + at, 0) / users.length];
    }));
    if (services.length <= 200)
      column.sort((one, other) => wish.get(one) - wish.get(other));
    column.forEach((name, y) => place.set(name, { x: x * (width + gap), y: tops[x] + y * (height + lane) }));
  });

  const svg = byId("graph");
  const draw = (parent, tag, attributes, text) => {
    const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [name, value] of Object.entries(attributes))
      made.setAttribute(name, value);
    if (text !== undefined)
      made.textContent = text;
    return parent.appendChild(made);
  };
  svg.setAttribute("width", columns.length * (width + gap) - gap + 2);
  // Half a lane above and below for what passes there.
  svg.setAttribute("height", tallest * (height + lane) + 2);
  svg.setAttribute("viewBox", `0 ${-lane / 2} ${columns.length * (width + gap) - gap + 2} ${tallest * (height + lane) + 2}`);
  for (const service of services)
    for (const needed of service.needs) {
      const [from, to] = [place.get(service.name), place.get(needed)];
      const [y, v] = [from.y + height / 2 + 1, to.y + height / 2 + 1];
      let [x, at] = [from.x + width, y];
      let line = `M${x} ${y}`;
      const bend = (u, next) => line += ` C${x + gap / 2} ${at} ${u - gap / 2} ${next} ${u} ${next}`;
      // Through the nearest lane between the services of a column that it passes, never behind one.
      for (let column = depth.get(service.name) + 1; column < depth.get(needed); column++) {
        const straight = y + (v - y) * (column - depth.get(service.name)) / (depth.get(needed) - depth.get(service.name));
        const nearest = Math.round((straight - tops[column] + lane / 2) / (height + lane));
        const through = tops[column] + Math.min(Math.max(nearest, 0), columns[column].length) * (height + lane) - lane / 2 + 1;
        bend(column * (width + gap), through);
        line += ` H${column * (width + gap) + width}`;
        [x, at] = [column * (width + gap) + width, through];
      }
      bend(to.x, v);
      draw(svg, "path", { class: "edge", d: line });
    }
  for (const service of services) {
    const { x, y } = place.get(service.name);
    const group = draw(svg, "g", { transform: `translate(${x + 1} ${y + 1})`, class: service.here ? "" : "elsewhere" });
    draw(group, "rect", { width, height });
    draw(group, "text", { x: 10, y: 18 }, service.name.length > 22 ? `${service.name.slice(0, 21)}…` : service.name);
    draw(group, "title", {}, service.here ? service.name : `${service.name}, in another process`);
    const row = byId("services").tBodies[0].insertRow();
    nodes.set(service.name, { group, live: draw(group, "text", { x: 10, y: 35, class: "live" }, service.here ? "idle" : "in another process"), row });
    row.append(element("th", { scope: "row", text: service.name }), ...Array.from({ length: 4 }, () => element("td", { text: "0" })));
  }
}

// Only those that do something now, or did a second ago, are touched.
let lively = new Set();

function showServices(live) {
  const now = new Set(Object.keys(live).filter(name => live[name].rate > 0 || live[name].queue > 0));
  for (const name of new Set([...now, ...lively])) {
    const node = nodes.get(name);
    if (!node)
      continue;
    const { rate = 0, errors = 0, p50 = 0, queue = 0 } = live[name] ?? {};
    node.live.textContent = rate === 0 && queue === 0 ? "idle" : `${rate.toFixed(rate < 10 ? 1 : 0)}/s · ${ms(p50)}${queue > 0 ? ` · ${queue} wait` : ""}${errors > 0 ? ` · ${errors.toFixed(1)}/s fail` : ""}`;
    node.group.classList.toggle("busy", rate > 0);
    node.group.classList.toggle("failing", errors > 0);
    [rate.toFixed(1), errors.toFixed(1), p50.toFixed(1), queue].forEach((value, cell) => node.row.cells[cell + 1].textContent = value);
  }

  lively = now;
}

/* The requests. */

const most = 200;
let chosen;
let held = [];

function addRequests(requests) {
  if (byId("hold").getAttribute("aria-pressed") === "true") {
    held = [...held, ...requests].slice(-most);
    return;
  }

  const list = byId("requests");
  for (const request of requests) {
    const took = element("span", { class: "took", text: request.failure ? `✗ ${ms(request.took)}` : ms(request.took) });
    const button = element("button", { type: "button", "data-key": `${request.trace}/${request.span}`, class: request.failure ? "bad" : "", title: request.failure ?? "" },
      element("time", { datetime: request.time, text: new Date(request.time).toLocaleTimeString([], { hour12: false }) }), element("span", { class: "name", text: request.name }), took);
    button.onclick = () => choose(button);
    list.prepend(element("li", {}, button));
  }

  while (list.children.length > most)
    list.lastElementChild.remove();
  if (chosen === undefined && list.firstElementChild)
    choose(list.firstElementChild.firstElementChild);
}

byId("hold").onclick = () => {
  const isHeld = byId("hold").getAttribute("aria-pressed") !== "true";
  byId("hold").setAttribute("aria-pressed", isHeld);
  if (!isHeld)
    addRequests(held.splice(0));
};

byId("requests").onkeydown = event => {
  const move = { ArrowDown: "nextElementSibling", ArrowUp: "previousElementSibling" }[event.key];
  const button = move && event.target.closest("li")?.[move]?.firstElementChild;
  if (!button)
    return;
  event.preventDefault();
  button.focus();
  choose(button);
};

/* One request: only the rows that are in sight are in the document. */

const rowHeight = 24;
let shown = { calls: [], path: new Map(), took: 1 };

async function choose(button) {
  chosen?.removeAttribute("aria-current");
  chosen = button;
  button.setAttribute("aria-current", "true");
  const answer = await fetch(`requests/${button.dataset.key}`);
  if (!answer.ok) {
    byId("summary").textContent = "That request is not kept any more.";
    return;
  }

  const request = await answer.json();
  const path = new Map();
  for (const part of request.path)
    path.has(part.span) ? path.get(part.span).push(part) : path.set(part.span, [part]);
  shown = { calls: request.calls, path, took: Math.max(request.took, 1e-6) };
  byId("summary").textContent = `${request.name} took ${ms(request.took)} for ${ms(request.work)} of work: ${request.achieved.toFixed(2)} at a time`
    + (request.fromTimes ? "; what could have been is not known, as nothing says which call needs which." : `, of ${request.possible.toFixed(2)} that were possible.`)
    + (request.truncated ? " Some of its calls were not kept." : "");
  byId("rows").style.height = `${request.calls.length * rowHeight}px`;
  byId("waterfall").setAttribute("aria-rowcount", request.calls.length);
  byId("waterfall").scrollTop = 0;
  byId("scale").replaceChildren(element("span", {}, ...[0, 0.25, 0.5, 0.75, 1].map(part => element("i", { text: part === 0 ? "0" : ms(part * request.took) }))));
  drawRows();
}

function drawRows() {
  const view = byId("waterfall");
  const first = Math.max(0, Math.floor(view.scrollTop / rowHeight) - 10);
  const rows = shown.calls.slice(first, first + Math.ceil(view.clientHeight / rowHeight) + 20).map((call, index) => drawCall(call, first + index));
  byId("rows").replaceChildren(...rows);
}

function drawCall(call, index) {
  const track = element("span", { class: "track", role: "cell", "aria-hidden": "true" });
  const bar = (kind, start, length) => {
    const made = element("i", { class: kind });
    made.style.left = `${100 * start / shown.took}%`;
    made.style.width = `${100 * Math.min(length, shown.took - start) / shown.took}%`;
    track.append(made);
  };
  bar("", call.start, call.took);
  if (call.queue > 0)
    bar("queue", call.start, call.queue);
  for (const part of shown.path.get(call.span) ?? [])
    bar("path", part.start, part.end - part.start);

  const figures = `${ms(call.took)} · ${call.onPath > 0 ? `${ms(call.onPath)} on path` : call.slack === undefined ? "not awaited" : `slack ${ms(call.slack)}`}`;
  const name = element("span", { class: "name", role: "rowheader", text: call.name, title: call.failure ?? call.name });
  name.style.paddingLeft = `${Math.min(call.depth, 12) * 14}px`;
  const row = element("div", { class: call.failure && call.canceledBy !== "hedge" ? "call failed" : "call", role: "row", "aria-rowindex": index + 1 },
    name, track, element("span", { class: "figures", role: "cell", text: call.canceledBy ? `${figures} · ${call.canceledBy}` : figures }));
  row.style.top = `${index * rowHeight}px`;
  return row;
}

byId("waterfall").onscroll = () => requestAnimationFrame(drawRows);
new ResizeObserver(drawRows).observe(byId("waterfall"));

/* What if. */

let apis = [];

// A message has the APIs that were called since the last one.
function showApis(latest) {
  if (latest.length === 0)
    return;
  const known = new Map([...apis, ...latest].map(api => [api.name, api]));
  apis = [...known.values()].sort((one, other) => one.name < other.name ? -1 : 1);
  fill(byId("api"), apis.map(api => api.name));
  showMissed();
  showCallees();
}

function showMissed() {
  const most = new Map();
  for (const one of apis.flatMap(api => api.missed))
    if (!(most.get(one.caller)?.saves >= one.saves))
      most.set(one.caller, one);
  const rows = [...most.values()].sort((one, other) => other.saves - one.saves).slice(0, 50)
    .map(one => [one.caller, one.waiting, one.for, one.file ? `${one.file}:${one.line}` : "", ms(one.saves)]);
  fillRows(byId("missed").tBodies[0], rows);
  byId("missed").hidden = rows.length === 0;
  byId("missed-none").hidden = rows.length > 0;
  if (apis.some(api => !api.fromTimes))
    byId("missed-none").textContent = "Nothing that was measured waits for what it does not need.";
}

function fillRows(body, rows) {
  while (body.rows.length > rows.length)
    body.deleteRow(-1);
  rows.forEach((cells, index) => {
    const row = body.rows[index] ?? body.insertRow();
    cells.forEach((text, place) => {
      const cell = row.cells[place] ?? row.insertCell();
      if (cell.textContent !== text)
        cell.textContent = text;
    });
  });
}

function showCallees() {
  const api = apis.find(api => api.name === byId("api").value);
  fill(byId("callee"), api?.callees.map(callee => callee.name) ?? []);
  fill(byId("pair"), ["", ...(api?.sequences ?? []).map(pair => JSON.stringify([pair.caller, pair.first, pair.second]))],
    ["none", ...(api?.sequences ?? []).map(pair => `${pair.first}, then ${pair.second}${pair.needed === true ? " (needs its result)" : ""}`)]);
  const rows = (api?.callees ?? []).map(callee =>
    [callee.name, callee.calls.toFixed(1), `${(100 * callee.share).toFixed(0)} %`, ms(Math.max(0, callee.saves))]);
  fillRows(byId("callees").tBodies[0], rows);
  ask();
}

function fill(select, names, texts = names) {
  if (names.length === select.options.length && names.every((name, index) => select.options[index].value === name))
    return;
  const before = select.value;
  select.replaceChildren(...names.map((name, index) => element("option", { value: name, text: texts[index] })));
  if (names.includes(before))
    select.value = before;
}

let asked = 0;

async function ask() {
  const [api, callee, factor, hits, slots] = ["api", "callee", "factor", "hits", "slots"].map(id => byId(id).value);
  say("factor-text", factor);
  say("hits-text", `${hits} %`);
  say("slots-text", slots === "0" ? "as they are" : slots);
  if (!api || !callee)
    return;

  const number = ++asked;
  const query = new URLSearchParams({ api, callee, factor });
  if (byId("without-queue").checked)
    query.append("withoutQueue", callee);
  if (hits !== "0")
    query.append("hits", hits / 100);
  if (slots !== "0")
    query.append("slots", slots);
  if (byId("pair").value)
    ["caller", "first", "second"].forEach((name, index) => query.append(name, JSON.parse(byId("pair").value)[index]));
  if (byId("together").checked)
    for (const caller of new Set([api, ...apis.find(one => one.name === api)?.missed.map(one => one.caller) ?? []]))
      query.append("together", caller);
  const answer = await fetch(`what-if?${query}`);
  if (number !== asked || !answer.ok)
    return;
  const { before, after, computing, processors, queuesAsMeasured } = await answer.json();
  const least = computing && computing.p50 > after.p50 * 1.02 ? ` If all of it computes, on ${processors} processors: ${ms(computing.p50)}.` : "";
  const streams = slots !== "0" && queuesAsMeasured.length > 0 ? ` Waits of streams are as measured: ${queuesAsMeasured.join(", ")}.` : "";
  say("answer", `Median ${ms(before.p50)} → ${ms(after.p50)}, 95 of 100 within ${ms(before.p95)} → ${ms(after.p95)}.${least}${streams}`);
}

function say(id, text) {
  if (byId(id).textContent !== text)
    byId(id).textContent = text;
}

byId("api").onchange = showCallees;
for (const id of ["callee", "pair"])
  byId(id).onchange = ask;
for (const id of ["factor", "hits", "slots", "without-queue", "together"])
  byId(id).oninput = ask;

/* Live. */

drawGraph().then(() => {
  const events = new EventSource("events");
  events.onmessage = event => {
    const pulse = JSON.parse(event.data);
    if (byId("status").textContent !== "live") {
      byId("status").textContent = "live";
      byId("requests").replaceChildren();
    }
    byId("status").className = "";
    addRequests(pulse.requests);
    showServices(pulse.services);
    showApis(pulse.apis);
  };
  events.onerror = () => {
    byId("status").textContent = "connection lost, trying again";
    byId("status").className = "lost";
  };
});
