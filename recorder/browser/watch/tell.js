// SPDX-License-Identifier: EUPL-1.2
//
// What is told, and when: at once, since the document may be gone a moment
// later. A thing is told once, and named afterwards until the page changes.

let known = new WeakMap(), spent = 0, told = 0, failed = '';

function named(el) {
  if (known.get(el) === generation) return { key: keyOf(el), again: true };
  known.set(el, generation);
  // What cannot be described was clicked all the same.
  try { return thing(el); } catch (e) { failed = String(e.stack); return { key: keyOf(el), role: role(el), ways: [], fingerprint: { tag: el.tagName.toLowerCase() } }; }
}

// generation counts the changes of the page.
let generation = 0;

function tell(what) {
  arrived();
  if (self.heinzelSeen) self.heinzelSeen(JSON.stringify({ doc: mine, ...what }));
}

// measured keeps what watching costs the page.
const measured = (hear) => (e) => {
  if (!e.isTrusted) return;
  const began = performance.now();
  try { hear(e); } finally { spent += performance.now() - began; told++; }
};

let here = false;

// arrived tells of the document, once, before all that happens in it.
function arrived() {
  if (here || !document.body || (location.href === 'about:blank' && !document.body.firstElementChild)) return;
  here = true;
  const nav = performance.getEntriesByType('navigation')[0];
  tell({ kind: 'arrive', how: nav ? nav.type : '', address: location.href, page: page_() });
}

const texts_ = (selector, n) => [...all(document, selector)].filter(visible).map(textOf).filter((t) => t && t.length <= 120).slice(0, n);

function page_() {
  return { title: clean(document.title), headings: [...new Set(texts_('h1,h2,h3,legend,caption', 8))], siblings: others() };
}

// others are some of the controls of the document, from all over it.
function others() {
  const found = [...all(document, controls)].filter(visible), step = Math.max(1, found.length / 12);
  return Array.from({ length: Math.min(12, found.length) }, (_, i) => fingerprint(found[Math.floor(i * step)]));
}

// shows tells what a person can read, once the page has come to rest: what of
// it is new, the listener knows.
const spoken = 'h1,h2,h3,h4,legend,caption,p,li,dt,dd,td,th,label,b,strong,font,center,div,span,output,[role=alert],[role=status],[role=dialog]';

function shows() {
  if (!document.body) return;
  const texts = new Set();
  for (const el of all(document, spoken)) {
    if (texts.size >= 60) break;
    if (el.childElementCount > 2 || el.querySelector(controls) || el.closest(controls) || el.textContent.length > 200 || dataRow(el) || !visible(el)) continue;
    const text = textOf(el);
    if (text.length >= 3 && text.length <= 160 && /\p{L}{2}/u.test(text)) texts.add(text);
  }
  tell({ kind: 'shows', texts: [...texts], page: { title: clean(document.title) } });
}

let resting = 0;
function restless() {
  stale = true; counts = new WeakMap(); generation++;
  idly();
  clearTimeout(resting);
  resting = setTimeout(() => requestIdleCallback(shows, { timeout: 500 }), 120);
}
