// SPDX-License-Identifier: EUPL-1.2
//
// What an element looks like: its fingerprint, and the words around it. Never
// what a person entered, nor what a table shows of people.

// like cuts out of a text what changes from time to time: numbers and dates.
const like = (s) => clean(s).replace(/\d+(?:[.,:/-]\d+)*/g, '#');

// dataRow is the row of a table of data that an element stands in, or null: the
// table's first row holds nothing but headings. Where no markup says so, two
// columns are a form's labels and fields, and so is a table with text fields.
function dataRow(el) {
  const row = el.closest && el.closest('tr'), table = row && row.closest('table');
  if (!table || row.cells.length < 2) return null;
  const first = firstLike(table, row);
  if (!first || first === row || first.querySelector(controls)) return null;
  const named = [...first.cells].filter((c) => clean(c.textContent));
  if (named.length < 2) return null;
  if ([...first.cells].every((c) => c.tagName === 'TH' || !clean(c.textContent))) return row;
  return first.cells.length > 2 && named.length === first.cells.length && !takesText(table) ? row : null;
}

// firstLike is the first row of a table with as many cells. Large tables are
// asked for every cell: no list of all rows is made.
function firstLike(table, row) {
  for (const r of table.rows) if (r.cells.length === row.cells.length) return r;
  return null;
}

// takesText reports a table with text fields. It is asked once in a moment.
const entryForms = new Map();
function takesText(table) {
  if (!entryForms.size) queueMicrotask(() => entryForms.clear());
  if (!entryForms.has(table)) entryForms.set(table, !!table.querySelector('input[type=text],input:not([type]),textarea'));
  return entryForms.get(table);
}

// linkOf is where a link leads, without what changes: numbers, values that are
// no plain words, sessions. It is empty where it leads nowhere.
function linkOf(el) {
  const raw = (el.getAttribute && el.getAttribute('href')) || '';
  if (!raw || raw.startsWith('#') || /^javascript:/i.test(raw)) return '';
  let to;
  try { to = new URL(raw, document.baseURI); } catch { return ''; }
  const names = [...new Set(to.searchParams.keys())].filter((n) => !/sid$|sess|token|csrf|nonce/i.test(n)).sort();
  const asked = names.map((n) => (/^[a-z_]{1,16}$/.test(to.searchParams.get(n)) ? `${n}=${to.searchParams.get(n)}` : n)).join('&');
  const path = to.pathname.replace(/;.*$/, '').replace(/\d+/g, '#');
  return (to.origin === self.origin ? '' : to.origin) + path + (asked ? '?' + asked : '');
}

// labelRow reports a row whose words are labels of what stands below: headings,
// or the first of them above a control. Any other row shows values.
function labelRow(row, below) {
  const said = row && row.cells && below.cells ? [...row.cells].filter((c) => clean(c.textContent)) : [];
  if (!said.length) return false;
  const under = below.cells[said[0].cellIndex];
  return said.every((c) => c.tagName === 'TH') || !!under && !!under.querySelector(controls);
}

// besideText is the text that comes just before an element, with no control
// between them. A row of values above is none.
function besideText(el) {
  for (let at = el, up = 0; at && at !== document.body && up < 3; at = at.parentElement, up++) {
    for (let n = at.previousSibling; n; n = n.previousSibling) {
      if (n.nodeType === Node.ELEMENT_NODE && (n.matches(controls) || n.querySelector(controls) || n.tagName === 'TR' && clean(n.textContent) && !labelRow(n, at))) return '';
      const said = n.nodeType === Node.TEXT_NODE ? bare(n.data) : n.nodeType === Node.ELEMENT_NODE && !n.matches('script,style') ? bare(textOf(n)) : '';
      if (said) return said.length <= 60 ? said : '';
    }
  }
  return '';
}

// leftText and aboveText are the words of the next cells that hold no control.
const saidIn = (cell) => (cell && !cell.querySelector(controls) ? bare(textOf(cell)) : '');

function leftText(el) {
  const cell = el.closest('td,th,dd');
  for (let c = cell && cell.previousElementSibling; c; c = c.previousElementSibling) if (saidIn(c)) return saidIn(c);
  return '';
}

function aboveText(el) {
  const cell = el.closest('td,th'), row = cell && cell.parentElement.previousElementSibling;
  return (row && labelRow(row, cell.parentElement) && row.children[cell.cellIndex] && saidIn(row.children[cell.cellIndex])) || '';
}

// steps are the steps from a root to an element, each with its number among
// those of its kind.
function stepsTo(el, root) {
  const steps = [];
  for (let at = el; at && at !== root; at = at.parentElement) {
    const same = at.parentElement ? [...at.parentElement.children].filter((c) => c.tagName === at.tagName) : [at];
    steps.unshift(`${at.tagName.toLowerCase()}[${same.indexOf(at) + 1}]`);
  }
  return steps.join('/');
}

// An id that a program made up is another one tomorrow: it holds long numbers, or
// is one of a series.
const stableID = (id) => !!id && !/[a-z][A-Z]{4,}\d*$/.test(id) && !/\d{3,}|[0-9a-f]{8,}|^(ember|ext-|yui|gwt|j_|ctl\d|:r)/i.test(id) && !(/\d$/.test(id) && inSeries(id));

// series are the ids of the document that differ in their last number only, by
// what they have in common; counted once per task.
let series = null;

function inSeries(id) {
  if (!series) {
    series = new Map();
    for (const el of document.querySelectorAll('[id]')) { const stem = el.id.replace(/\d+$/, ''); if (stem !== el.id) series.set(stem, (series.get(stem) || 0) + 1); }
    setTimeout(() => { series = null; }, 0);
  }
  return series.get(id.replace(/\d+$/, '')) >= 3;
}

function anchoredPath(el) {
  for (let at = el; at; at = at.parentElement) if (stableID(at.id)) return `id("${at.id}")` + (at === el ? '' : '/' + stepsTo(el, at));
  return '';
}

// own is what stands on an element itself. What a person writes into, and what a
// table shows, is nobody's name.
function own(el) {
  if (dataRow(el) && role(el) !== 'button') return '';
  if (el.isContentEditable || ['SELECT', 'TEXTAREA', 'INPUT'].includes(el.tagName)) return '';
  const text = textOf(el);
  return text.length <= 120 ? text : '';
}

const called = (el) => (el.matches(controls) && !(el.tagName === 'SELECT' && !(el.labels && el.labels.length)) && !el.isContentEditable ? accessibleName(el) : '');

// fingerprint is what an element looks like now.
function fingerprint(el) {
  const r = shown(el).getBoundingClientRect(), round = Math.round, attribute = (n) => el.getAttribute(n) || '';
  const button = el.tagName === 'INPUT' && role(el) === 'button', data = dataRow(el);
  return {
    tag: el.tagName.toLowerCase(), role: role(el), type: attribute('type'), id: stableID(el.id) ? el.id : '', name: attribute('name'), class: clean(attribute('class')),
    href: linkOf(el), text: own(el), label: data ? '' : called(el), value: button ? clean(el.value) : '', title: data ? '' : clean(attribute('title') || attribute('alt')),
    placeholder: clean(attribute('placeholder')), neighbours: data ? '' : clean([besideText(el), leftText(el), aboveText(el)].filter((t, i, all) => t && all.indexOf(t) === i).join(' ')).slice(0, 120),
    path: '/html[1]/' + stepsTo(el, document.documentElement), anchored: anchoredPath(el),
    box: { x: round(r.left + scrollX), y: round(r.top + scrollY), width: round(r.width), height: round(r.height) },
  };
}

// living are all elements that a recorded one could have become.
const living = () => [...all(document, controls + ',[role],[onclick],summary,td,th,li,b,span')].filter((el) => (el.matches(controls + ',[role],[onclick],summary') || own(el)) && visible(el)).slice(0, 1500);
