// SPDX-License-Identifier: EUPL-1.2
//
// All the elements that one recorded way leads to; and what is most alike.

const fits = (el, wanted) => !wanted || role(el) === wanted || (wanted === 'text' && !el.matches(controls));

// inside gives the control in a cell, or the cell itself where text is meant.
function inside(cell, wanted) {
  for (const el of all(cell, controls)) if (fits(el, wanted)) return el;
  return !wanted || wanted === 'text' || wanted === 'cell' ? cell : null;
}

const innermost = (cell) => ![...cell.querySelectorAll('td,th')].length;

function* byLabelLeft(roots, what, wanted) {
  for (const root of roots) for (const cell of all(root, 'td,th,dt')) {
    if (!innermost(cell) || bare(textOf(cell)) !== what) continue;
    for (let next = cell.nextElementSibling; next; next = next.nextElementSibling) {
      const el = inside(next, wanted);
      if (el) { yield el; break; }
    }
  }
}

function* byLabelAbove(roots, what, wanted) {
  for (const root of roots) for (const cell of all(root, 'td,th')) {
    if (!innermost(cell) || bare(textOf(cell)) !== what) continue;
    const below = cell.parentElement.nextElementSibling;
    const under = below && below.children[cell.cellIndex];
    const el = under && inside(under, wanted);
    if (el) yield el;
  }
}

function* byLabel(roots, what) {
  for (const root of roots) for (const el of all(root, controls)) {
    const names = el.labels && el.labels.length ? [...el.labels].map(labelText) : [accessibleName(el)];
    if (names.some((n) => bare(n) === what)) yield el;
  }
}

function* byText(roots, what, wanted, form = (s) => s) {
  for (const root of roots) for (const el of all(root, '*')) {
    if (['SCRIPT', 'STYLE', 'HEAD', 'TITLE'].includes(el.tagName) || form(textOf(el)) !== what) continue;
    if (wanted ? fits(el, wanted) && role(el) === wanted : ![...el.children].some((c) => form(textOf(c)) === what)) yield el;
  }
}

// byPath follows tag[n] steps from body; tbody may be left out, as people do.
function byPath(what) {
  let at = [document.body];
  for (const step of what.split('/').filter(Boolean)) {
    const m = /^([\w-]+)(?:\[(\d+)\])?$/.exec(step);
    if (!m) return [];
    at = at.flatMap((p) => {
      const children = [...p.children].flatMap((c) => (c.tagName === 'TBODY' && m[1] !== 'tbody' ? [...c.children] : [c]));
      const same = children.filter((c) => c.tagName.toLowerCase() === m[1]);
      return m[2] ? same.slice(m[2] - 1, +m[2]) : same;
    });
  }
  return at;
}

// byCSS finds nothing by a selector that the browser does not know.
function byCSS(roots, what) {
  try { return roots.flatMap((r) => [...all(r, what)]); } catch { return []; }
}

function matches(way, roots) {
  const attribute = (name) => roots.flatMap((r) => [...all(r, `[${name}="${CSS.escape(way.what)}"]`)]);
  const found = {
    'label': () => [...byLabel(roots, way.what)],
    'label left': () => [...byLabelLeft(roots, way.what, way.role)],
    'label above': () => [...byLabelAbove(roots, way.what, way.role)],
    'name': () => roots.flatMap((r) => [...all(r, way.role ? '*' : controls)]).filter((el) => (!way.role || role(el) === way.role) && accessibleName(el) === way.what),
    'text': () => [...byText(roots, way.what, way.role)],
    'column': () => roots.flatMap((r) => { const c = cellBelow(r, way.what); const el = c && inside(c, way.role); return el ? [el] : []; }),
    'beside': () => roots.flatMap((r) => [...all(r, controls)]).filter((el) => besideText(el) === way.what),
    'text like': () => [...byText(roots, way.what, way.role, like)],
    'placeholder': () => attribute('placeholder'),
    'title': () => [...attribute('title'), ...attribute('alt')],
    'link': () => roots.flatMap((r) => [...all(r, 'a[href],area[href]')]).filter((el) => linkOf(el) === way.what),
    'name attribute': () => attribute('name'),
    'id': () => attribute('id'),
    'css': () => byCSS(roots, way.what),
    'path': () => byPath(way.what),
  }[way.by];
  return found ? [...new Set(found())].filter((el) => fits(el, way.role)).filter(visible) : [];
}

// headings are the texts of a table's first row that has as many cells.
function headings(row) {
  const table = row.closest('table');
  const first = [...table.rows].find((r) => r.closest('table') === table && r.cells.length === row.cells.length);
  return first ? [...first.cells].map((c) => bare(textOf(c))) : [];
}

function cellBelow(row, column) {
  const i = row.cells ? headings(row).indexOf(column) : -1;
  return i < 0 ? null : row.cells[i];
}

// couldShow tells quickly that a row cannot show the texts: what is rendered
// of thousands of rows is asked only where it could be they.
const dense = (s) => s.replace(/[\s\u00a0]+/g, '').toLowerCase();

function couldShow(row, texts) {
  const text = dense(row.textContent);
  return texts.every((t) => text.includes(t));
}

function rowsFor(keys) {
  const texts = keys.map((k) => dense(k.text));
  return [...all(document, 'tr')].filter((row) => couldShow(row, texts) && visible(row) && keys.every((k) => {
    const cell = cellBelow(row, k.column);
    return cell && textOf(cell) === clean(k.text);
  }));
}

// near are the controls whose names are most alike to what was looked for in
// vain: they help a person to see what has changed, and are never acted upon.
function near(roots, ways) {
  const pairs = (text) => { const t = text.toLowerCase(); return new Set([...t].slice(1).map((c, i) => t[i] + c)); };
  const wanted = ways.map((w) => pairs(w.what)), found = [];
  for (const root of roots) for (const el of all(root, controls)) {
    const cell = el.closest('td'), left = cell && cell.previousElementSibling;
    const names = [accessibleName(el), left ? bare(textOf(left)) : ''].filter(Boolean);
    const score = Math.max(0, ...names.flatMap((n) => { const p = pairs(n); return wanted.map((w) => alike(p, w)); }));
    if (score >= .4 && visible(el)) found.push({ describe: clean(`${role(el)} ${names[0]}`).slice(0, 120), score });
  }
  return found.sort((a, b) => b.score - a.score).slice(0, 3);
}

// alike is Dice's coefficient of two sets of pairs of letters.
const alike = (a, b) => (a.size && b.size ? 2 * [...a].filter((p) => b.has(p)).length / (a.size + b.size) : 0);
