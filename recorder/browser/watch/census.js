// SPDX-License-Identifier: EUPL-1.2
//
// How many elements a way finds, without looking at all of them for each event:
// one walk, in idle time, notes where every label, name and text is. The finding
// parts still judge what was found, so recording and finding agree.

let census = null, stale = true;

const put = (map, what, el) => { if (!what) return; const have = map.get(what); if (have) { if (have.length < 60) have.push(el); } else map.set(what, [el]); };

// small leaves out what is too long to be a name; only what is inside is asked.
const small = (el) => el.childElementCount < 8 && el.textContent.length <= 200;

function take() {
  const maps = { 'label': new Map(), 'cell': new Map(), 'name': new Map(), 'text': new Map(), 'text like': new Map(), 'beside': new Map() };
  let count = 0;
  for (const el of all(document, '*')) {
    if (++count > 20000) break; // what comes behind is found one by one
    if (['SCRIPT', 'STYLE', 'HEAD', 'TITLE', 'META', 'LINK', 'OPTION', 'BR', 'TR', 'TBODY'].includes(el.tagName)) continue;
    note(maps, el);
  }
  stale = false;
  census = { maps, whole: count <= 20000 };
}

function note(maps, el) {
  const control = el.matches(controls);
  if (control) {
    const names = el.labels && el.labels.length ? [...el.labels].map(labelText) : [accessibleName(el)];
    for (const n of new Set(names.map(bare))) put(maps.label, n, el);
    put(maps.beside, besideText(el), el);
  }
  if (!control && !small(el)) return;
  const text = textOf(el), name = control || el.hasAttribute('aria-label') || el.hasAttribute('aria-labelledby') || el.hasAttribute('alt') || el.hasAttribute('title') ? accessibleName(el) : bare(text);
  put(maps.name, name, el);
  put(maps.text, text, el);
  if (/\d/.test(text)) put(maps['text like'], like(text), el);
  if (['TD', 'TH', 'DT'].includes(el.tagName) && innermost(el)) put(maps.cell, bare(text), el);
}

// cells are roots that hold but the cells of one text, for the ways that go
// from a cell to its neighbours.
const only = (els) => [{ querySelectorAll: () => els }];

const byAttribute = (name, what) => (anyShadow() ? null : [...document.querySelectorAll(`[${name}="${CSS.escape(what)}"]`)]);

let shadows = false;
const anyShadow = () => shadows;

// noted are the elements that a way could lead to, or null where the census
// does not know the way.
function noted(way) {
  const { maps } = census, get = (by) => maps[by].get(way.what) || [];
  switch (way.by) {
    case 'label': case 'beside': return get(way.by);
    case 'label left': return [...byLabelLeft(only(get('cell')), way.what, way.role)];
    case 'label above': return [...byLabelAbove(only(get('cell')), way.what, way.role)];
    case 'name': return get('name').filter((el) => role(el) === way.role);
    case 'text': case 'text like': return get(way.by).filter((el) => role(el) === way.role);
    case 'name attribute': return byAttribute('name', way.what);
    case 'placeholder': case 'id': return byAttribute(way.by, way.what);
    case 'title': { const t = byAttribute('title', way.what); return t && [...t, ...byAttribute('alt', way.what)]; }
    case 'link': return [...document.querySelectorAll('a[href],area[href]')].filter((el) => linkOf(el) === way.what);
  }
  return null;
}

function sought(way, roots) {
  if (roots[0] !== document || !census || !census.whole) return matches(way, roots);
  const found = noted(way);
  return found ? [...new Set(found)].filter((el) => el.isConnected && fits(el, way.role)).filter(visible) : matches(way, roots);
}

// waysTo are the clues that lead to an element, with how many each finds. Where
// none that people see does, the census was taken before the page had come to rest.
const seenByPeople = ['label', 'label left', 'label above', 'name', 'text', 'beside', 'text like'];

function waysTo(el) {
  if (!census) take(); // one walk costs less than one for each way
  const out = led(el);
  if (out.some((way) => seenByPeople.includes(way.by)) || dataRow(el) || !census.whole) return out;
  take();
  return led(el);
}

function led(el) {
  const row = dataRow(el), roots = [row || document], out = [];
  const given = clues(el).filter(([, what]) => what), loose = given.some(([by]) => by === 'text like');
  for (const [by, what] of given) {
    if (loose && (by === 'text' || by === 'name')) continue;
    const way = { by, what, role: role(el) }, found = sought(way, roots);
    if (!found.includes(el)) { if (stale && by !== 'path') { take(); return led(el); } continue; }
    if (found.length <= most) out.push({ ...way, matched: found.length });
  }
  return out;
}

// idly takes the census anew when the page has nothing else to do.
let asked = 0;
function idly() {
  if (asked) return;
  asked = requestIdleCallback(() => { asked = 0; if (stale && document.body) take(); }, { timeout: 1000 });
}
