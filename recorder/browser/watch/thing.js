// SPDX-License-Identifier: EUPL-1.2
//
// What an element is, in the words of a recording.

// mine names this document among all.
const mine = [...crypto.getRandomValues(new Uint8Array(6))].map((b) => b.toString(16).padStart(2, '0')).join('');

const keys = new WeakMap();
let counted = 0;

function keyOf(el) {
  if (!keys.has(el)) keys.set(el, `${mine}-${++counted}`);
  return keys.get(el);
}

// lifted is what a person means by what lies below the mouse: the control, the
// label, the entry's list, not the picture inside it.
const meant = controls + ',label,summary,select,[role=button],[role=link],[role=tab],[role=menuitem],[role=option],[role=checkbox],[role=radio],[role=switch],[role=treeitem],[onclick],[draggable=true]';

function lifted(at) {
  if (!at || !at.closest) return document.documentElement;
  if (at.tagName === 'OPTION' || at.tagName === 'OPTGROUP') return at.closest('select') || at;
  const editor = at.isContentEditable && edited(at);
  return editor || at.closest(meant) || at;
}

// edited is the whole of an edited text.
function edited(at) {
  let el = at;
  while (el.parentElement && el.parentElement.isContentEditable) el = el.parentElement;
  return el;
}

const writes = (el) => el.isContentEditable || el.tagName === 'TEXTAREA' || (el.tagName === 'INPUT' && role(el) !== 'button' && !['checkbox', 'radio', 'file'].includes(el.type));

const kindOf = (el) => (el.tagName === 'SELECT' ? 'select' : el.tagName === 'TEXTAREA' || el.isContentEditable ? 'text' : el.tagName === 'INPUT' || el.tagName === 'BUTTON' ? el.type : clickable(el) ? 'clickable' : '');

// clickable reports an element that is no control, but works when it is clicked.
const clickable = (el) => el.tagName !== 'LABEL' && (el.tagName === 'SUMMARY' || el.hasAttribute('onclick') || getComputedStyle(el).cursor === 'pointer');

// titled is what people call an element; a field without a label has one to
// its left, or above.
function titled(el) {
  const data = dataRow(el), cell = el.closest('td,th');
  if (data && cell) return headings(data)[cell.cellIndex] || called(el);
  if (role(el) === 'button' || role(el) === 'link') return called(el) || own(el);
  if (!el.matches(controls)) return own(el);
  return (writes(el) && el.isContentEditable ? clean(el.getAttribute('aria-label')) : called(el)) || leftText(el) || besideText(el) || aboveText(el) || clean(el.getAttribute('title')) || '';
}

// counts are the texts of a table's columns, until the page changes.
let counts = new WeakMap();

function unique(row, i) {
  const table = row.closest('table');
  if (!counts.has(table)) counts.set(table, []);
  const columns = counts.get(table);
  if (!columns[i]) {
    columns[i] = new Map();
    for (const r of table.rows) if (r.cells[i]) { const t = clean(r.cells[i].textContent); columns[i].set(t, (columns[i].get(t) || 0) + 1); }
  }
  return columns[i].get(clean(row.cells[i].textContent)) === 1;
}

function rowOf(el) {
  const row = dataRow(el);
  if (!row) return undefined;
  const heads = headings(row);
  return [...row.cells].map((c, i) => ({ column: heads[i] || '', text: c.querySelector(controls) ? '' : textOf(c).slice(0, 200), unique: unique(row, i) })).filter((c) => c.column && c.text);
}

// listens are the fields whose keys the page was seen to take.
const listens = new WeakSet();

function thing(el) {
  const list = el.tagName === 'SELECT' ? el : el.list instanceof HTMLElement ? el.list : null;
  return {
    key: keyOf(el), role: role(el), name: titled(el).slice(0, 120), kind: kindOf(el), fill: el.autocomplete || '', ways: waysTo(el), fingerprint: fingerprint(el), row: rowOf(el),
    entries: list ? [...list.options].slice(0, 50).map((o) => clean(o.text || o.value)) : undefined,
    keys: listens.has(el) || ['onkeydown', 'onkeypress', 'onkeyup'].some((n) => el.hasAttribute(n)) || undefined, secret: secret(el) || undefined, suggests: suggests(el) || undefined,
  };
}
