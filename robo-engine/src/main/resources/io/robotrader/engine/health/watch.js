"use strict";
// Everything that comes from the engine is put in as text, never as markup.
const byId = (id) => document.getElementById(id);
const money = new Intl.NumberFormat("en-US", {minimumFractionDigits: 2, maximumFractionDigits: 2});
const whole = new Intl.NumberFormat("en-US", {maximumFractionDigits: 0});
const unknown = "not known";

const asMoney = (v) => (v === null ? unknown : money.format(v));
const asCount = (v) => (v === null ? unknown : whole.format(v));
const asShare = (v) => (v === null ? unknown : (100 * v).toFixed(1) + " %");
const asTime = (v) => (v === null || v === "" ? "" : v.replace("T", " ").replace(/\.\d+Z$/, "Z").replace("Z", " UTC"));

function element(name, text, className) {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  if (className) made.className = className;
  return made;
}

function colour(status) {
  if (["HEALTHY", "RUNNING", "OK", "NORMAL"].includes(status)) return "good";
  if (["DEGRADED", "PAUSED", "READY", "WARNING", "WARN", "STOPPING", "INITIALIZING", "UNKNOWN"].includes(status)) return "warn";
  return "bad";
}

function fill(id, heads, rows, empty) {
  const table = byId(id);
  const head = element("thead");
  const headRow = element("tr");
  heads.forEach((h) => headRow.append(element("th", h.text, h.number ? "number" : "")));
  head.append(headRow);
  const body = element("tbody");
  if (rows.length === 0) {
    const row = element("tr");
    const cell = element("td", empty, "quiet");
    cell.colSpan = heads.length;
    row.append(cell);
    body.append(row);
  }
  rows.forEach((cells) => {
    const row = element("tr");
    cells.forEach((cell, i) => {
      const made = cell instanceof Node ? element("td") : element("td", cell.text ?? cell, cell.colour ?? "");
      if (cell instanceof Node) made.append(cell);
      if (heads[i].number) made.classList.add("number");
      if (heads[i].long) made.classList.add("text");
      row.append(made);
    });
    body.append(row);
  });
  table.replaceChildren(head, body);
}

const text = (t) => ({text: t});
const number = (t) => ({text: t, number: true});
const long = (t) => ({text: t, long: true});
const signed = (v) => ({text: asMoney(v), colour: v === null || v === 0 ? "" : v > 0 ? "good" : "bad"});

function showFigures(view) {
  const f = view.figures;
  const rows = [
    ["Equity", asMoney(f.equity)], ["Today", asMoney(f.dailyPnl)], ["Buying power", asMoney(f.buyingPower)],
    ["Gross exposure", asMoney(f.grossExposure)], ["Heat", asShare(f.heat)], ["Open positions", asCount(f.openPositions)],
    ["Trades", asCount(view.counts.tradesExecuted)], ["Orders placed", asCount(view.counts.ordersPlaced)],
    ["Errors", asCount(view.counts.errors)],
  ];
  byId("figures").replaceChildren(...rows.map(([name, value]) => {
    const group = element("div");
    group.append(element("dt", name), element("dd", value));
    return group;
  }));
}

function gauge(used) {
  const meter = element("meter");
  meter.min = 0; meter.max = 1; meter.high = 0.8; meter.low = 0.8; meter.optimum = 0;
  meter.value = used === null ? 0 : Math.min(1, used);
  meter.title = used === null ? unknown : (100 * used).toFixed(0) + " % used";
  return meter;
}

function asUnit(value, unit) {
  if (value === null) return unknown;
  return unit === "FRACTION" ? asShare(value) : unit === "MONEY" ? asMoney(value) : String(+value.toPrecision(6));
}

function showTables(view) {
  fill("positions",
    [text("Symbol"), number("Shares"), number("Average price"), number("Mark"), number("Value"), number("P&L"), number("Stop")],
    view.positions.map((p) => [p.symbol, asCount(p.quantity), asMoney(p.averagePrice), asMoney(p.mark), asMoney(p.value),
      signed(p.pnl), p.stop === null ? "none" : asMoney(p.stop)]), "Nothing is held.");
  fill("limits",
    [text("Limit"), text("About"), number("Now"), number("Bound"), text("Used"), text("")],
    view.limits.map((l) => [l.name, l.subject, asUnit(l.observed, l.unit), asUnit(l.bound, l.unit), gauge(l.used),
      {text: l.state, colour: colour(l.state)}]), "No limit is told: none is on, or the program hands none in.");
  fill("orders",
    [text("Order"), text("Symbol"), text("Side"), number("Shares left"), number("Limit"), text("Sent"), text("State")],
    view.orders.map((o) => [o.id, o.symbol, o.side, asCount(o.quantity), o.limit === null ? "market" : asMoney(o.limit), asTime(o.sent), o.state]),
    "No order is working.");
  fill("decisions",
    [text("When"), text("Order"), text("Side"), number("Shares"), text(""), long("Why")],
    view.decisions.map((d) => [asTime(d.at), d.symbol, d.side, asCount(d.quantity),
      {text: d.approved ? "approved" : "refused", colour: d.approved ? "good" : "bad"}, d.reasons]), "Nothing was decided yet.");
  fill("checks", [text("Check"), text(""), long("Found")],
    view.health.findings.map((c) => [c.name, {text: c.status, colour: colour(c.status)}, c.message]), "Nothing is checked.");
  fill("loops", [text("Loop"), text(""), number("Errors"), text("Last beat")],
    view.loops.map((l) => [l.name, {text: l.status, colour: colour(l.status)}, asCount(l.errors), asTime(l.lastBeat)]), "No loop runs.");
}

function showCorrelations(c) {
  const table = byId("correlations");
  if (c.symbols.length === 0) {
    table.replaceChildren(element("caption", "Not enough prices yet.", "quiet"));
    return;
  }
  const head = element("tr");
  head.append(element("th"));
  c.symbols.forEach((s) => head.append(element("th", s)));
  const rows = c.rows.map((row, i) => {
    const made = element("tr");
    made.append(element("th", c.symbols[i]));
    row.forEach((v) => made.append(element("td", v === null ? "-" : v.toFixed(2), "cell" + (v !== null && Math.abs(v) >= 0.7 ? " warn" : ""))));
    return made;
  });
  table.replaceChildren(head, ...rows);
}

function badge(id, words, className) {
  const made = byId(id);
  made.textContent = words;
  made.className = "badge " + className;
  made.hidden = false;
}

function show(view) {
  badge("state", view.state, colour(view.state));
  badge("health", view.health.status, colour(view.health.status));
  byId("halt").hidden = view.halt === null;
  if (view.halt !== null) badge("halt", view.halt.level, "bad");
  const why = [...view.holds.map((h) => "Held back: " + h), ...(view.halt === null ? [] : [view.halt.level + ": " + view.halt.reason])];
  byId("why").textContent = why.join(" | ");
  byId("why").hidden = why.length === 0;
  byId("clock").textContent = asTime(view.at);
  showFigures(view);
  showTables(view);
  showCorrelations(view.correlations);
}

async function poll() {
  try {
    const answer = await fetch("api/view", {cache: "no-store"});
    if (!answer.ok) throw new Error(String(answer.status));
    show(await answer.json());
    byId("stale").hidden = true;
  } catch (e) {
    byId("stale").hidden = false;
  }
  setTimeout(poll, 1000);
}

async function act(action) {
  const said = byId("answer");
  said.className = "";
  said.textContent = "...";
  try {
    const answer = await fetch("api/" + action, {
      method: "POST",
      headers: {"Content-Type": "application/json", "Authorization": "Bearer " + byId("token").value},
      body: JSON.stringify({who: byId("who").value, why: byId("reason").value}),
    });
    const body = await answer.json();
    said.textContent = body.message;
    said.className = answer.ok ? "good" : "bad";
  } catch (e) {
    said.textContent = "The engine does not answer: nothing is known of what became of this.";
    said.className = "bad";
  }
}

byId("act").addEventListener("submit", (event) => event.preventDefault());
document.querySelectorAll("button[data-action]").forEach((button) =>
  button.addEventListener("click", () => act(button.dataset.action)));
poll();
