// SPDX-License-Identifier: EUPL-1.2
//
// The ways that lead to an element, to be recorded: each is tried, and counts
// only if it leads there.

// most is how many elements a way may find and still help.
const most = 5;

// clues are what may lead to an element, most trusted first. In a row of data
// only what is the same in every row counts: the row itself is found by its key.
function clues(el) {
  const data = dataRow(el), button = role(el) === 'button' || role(el) === 'link', text = own(el);
  const field = el.matches(controls) && !button, cell = el.closest('td,th');
  const label = field && ((el.labels && el.labels.length) || el.getAttribute('aria-label') || el.getAttribute('aria-labelledby')) ? bare(el.labels && el.labels.length ? labelText(el.labels[0]) : accessibleName(el)) : '';
  const inRow = [['column', data && cell ? headings(data)[cell.cellIndex] : ''], ['name', button ? accessibleName(el) : ''], ['name attribute', el.getAttribute('name')]];
  if (data) return inRow;
  return [
    ['label', label], ['label left', leftText(el)], ['label above', field ? aboveText(el) : ''], ['name', button || !field ? called(el) : ''], ['text', text],
    ['beside', field ? besideText(el) : ''], ['text like', /\d/.test(text) ? like(text) : ''], ['placeholder', el.getAttribute('placeholder')], ['title', el.getAttribute('title') || el.getAttribute('alt')],
    ['link', linkOf(el)], ['name attribute', el.getAttribute('name')], ['id', stableID(el.id) ? el.id : ''], ['path', el.getRootNode() === document ? stepsTo(el, document.body) : ''],
  ];
}

// ways are the clues that lead to an element, with how many each finds. A text
// with numbers in it may be another one tomorrow: there the numbers are cut out.
function ways(el) {
  const row = dataRow(el), roots = [row || document], out = [];
  const given = clues(el).filter(([, what]) => what), loose = given.some(([by]) => by === 'text like');
  for (const [by, what] of given) {
    if (loose && (by === 'text' || by === 'name')) continue;
    const way = { by, what, role: role(el) }, found = matches(way, roots);
    if (found.includes(el) && found.length <= most) out.push({ ...way, matched: found.length });
  }
  return out;
}
