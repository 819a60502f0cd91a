// SPDX-License-Identifier: EUPL-1.2
//
// What the robot may call.

// origin of this document, and what its server answered.
function document_() {
  const nav = performance.getEntriesByType('navigation')[0];
  const failed = location.protocol === 'chrome-error:' && document.body ? (/ERR_[A-Z_]+/.exec(document.body.textContent) || ['ERR_FAILED'])[0] : '';
  return { origin: self.origin, status: nav ? nav.responseStatus : 0, ready: document.readyState, title: document.title, failed };
}

// act is the one call: resolve, judge where all ways agree, check, prepare.
async function act(q) {
  const out = { ...document_(), ways: [], rivals: [], rows: [] };
  if (!q.origins.includes(out.origin)) return { ...out, why: 'origin' };
  if (document.readyState === 'loading' || !document.body) return { ...out, why: 'loading' };
  if (q.portrait !== undefined) return portrayed(out, q);
  let roots = [document];
  if (q.row.length) {
    roots = rowsFor(q.row);
    out.rows = roots.map(textOf);
    if (roots.length !== 1) return { ...out, why: 'row' };
  }
  const rivals = [];
  for (const way of q.ways) {
    const found = matches(way, roots);
    out.ways.push(found.slice(0, 50).map((el) => { if (!rivals.includes(el)) rivals.push(el); return rivals.indexOf(el); }));
  }
  out.rivals = rivals.map(describe);
  voted = rivals;
  const agreed = rivals.length === 1 && out.ways.every((w) => w.length === 1);
  if (!agreed && q.pick === undefined) return { ...out, why: 'judge', near: rivals.length ? [] : near(roots, q.ways) };
  const el = rivals[agreed ? 0 : q.pick];
  if (!el) return { ...out, why: 'judge' };
  if (q.describe !== undefined && describe(el) !== q.describe) return { ...out, why: 'judge' };
  return { ...out, ...(await prepare(el, q)), chosen: rivals.indexOf(el) };
}

// voted are the elements that the recorded ways led to last, sat those whose
// portraits were taken last.
let voted = [], sat = [];

// portraits are the fingerprints of all elements that the recorded one could
// have become, and which of them the ways voted for.
function portraits(q) {
  sat = living();
  const rival = q.rival === null ? null : voted[q.rival];
  if (rival && !sat.includes(rival)) sat.push(rival);
  return { portraits: sat.map(fingerprint), rival: rival ? sat.indexOf(rival) : -1 };
}

// portrait tells how to find one of them from now on.
function portrait(i) {
  const el = sat[i], r = shown(el).getBoundingClientRect();
  const name = called(el) || own(el) || el.getAttribute('name') || '';
  return { role: role(el), name, describe: describe(el), ways: ways(el), at: rise(r.left, r.top, false) };
}

// portrayed acts on one of them, if it is still what it was.
async function portrayed(out, q) {
  const el = sat[q.portrait];
  if (!el || describe(el) !== q.describe || !visible(el)) return { ...out, why: 'judge' };
  return { ...out, rivals: [describe(el)], ...(await prepare(el, q)), chosen: 0 };
}

// after tells how the last action ended, for the read-back.
async function after(wait = null) {
  if (!held) return { gone: true };
  if (wait !== null) await ended(wait);
  const { touched, stopped } = announced;
  const clicked = !!announced.clicked || !!announced.pressed && !announced.el.isConnected && pressing(announced.el);
  return { gone: !held.isConnected, value: held.isConnected ? read(held) : '', touched, clicked, dropped: !!(announced.drag && announced.drag.dropped), stopped };
}

// astray is what a click hit that was stopped in this document, for the fault.
function astray() {
  const was = strayed;
  strayed = '';
  return was;
}

// left reads a field back. Where its own markup waits for the field to be
// left, that happens first: what the page makes of the text then counts.
async function left() {
  if (held && held.isConnected && (held.hasAttribute('onchange') || held.hasAttribute('onblur'))) { held.blur(); await settled(); }
  return after();
}

// back returns to the field that left() left, for keys that are meant for it;
// otherwise they go where the page has put the focus since.
function back(q) {
  if (q.last && held && held.isConnected && document.activeElement === document.body) held.focus();
  announce(document.activeElement || document.body, 'keys', q.token);
}

// put sets a field that takes no letters (dates, colours), as a picker does. It
// writes no more than a person could.
function put(text) {
  const of = held.tagName === 'TEXTAREA' ? HTMLTextAreaElement : HTMLInputElement;
  const set = Object.getOwnPropertyDescriptor(of.prototype, 'value').set;
  set.call(held, held.maxLength >= 0 ? text.slice(0, held.maxLength) : text);
  held.dispatchEvent(new Event('input', { bubbles: true })); held.dispatchEvent(new Event('change', { bubbles: true }));
  return after();
}

self.heinzel = { act, portraits, portrait, pointed, unpoint, byHand, opened, carry, after, dragging, landed, over, astray, left, back, put, sees, settled, guarded, extent, view, logIn, page: document_ };
