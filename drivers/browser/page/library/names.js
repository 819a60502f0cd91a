// SPDX-License-Identifier: EUPL-1.2
//
// What elements are called, what they are, and whether a person sees them.

const controls = 'input:not([type=hidden]),select,textarea,button,a[href],area[href],[contenteditable=""],[contenteditable=true]';
const clean = (s) => (s || '').replace(/[\s\u00a0]+/g, ' ').trim();
const bare = (s) => clean(s).replace(/\s*[:*]+$/, '').trim();
const textOf = (el) => clean(el.innerText === undefined ? el.textContent : el.innerText);

// closed are the shadow roots that scripts cannot see, by their hosts: the
// robot knows them by the protocol.
const closed = new WeakMap();

const shadow = (el) => el.shadowRoot || closed.get(el);

// all walks through shadow roots as well.
function* all(root, selector) {
  for (const el of root.querySelectorAll('*')) {
    if (el.matches(selector)) yield el;
    if (shadow(el)) yield* all(shadow(el), selector);
  }
}

// textNodes walks through all text nodes, in shadow roots as well.
function* textNodes(root) {
  for (const n of root.childNodes) {
    if (n.nodeType === Node.TEXT_NODE) yield n;
    else { if (shadow(n)) yield* textNodes(shadow(n)); yield* textNodes(n); }
  }
}

// labelText is what a label says, without the entries of a list inside it.
function labelText(label) {
  if (!label.querySelector('select,textarea,button')) return textOf(label);
  return clean([...textNodes(label)].filter((n) => !n.parentElement.closest('select,textarea,button')).map((n) => n.data).join(''));
}

function role(el) {
  const given = el.getAttribute && el.getAttribute('role');
  if (given) return given;
  const tag = el.tagName.toLowerCase();
  const type = (el.getAttribute('type') || 'text').toLowerCase();
  if (tag === 'input') {
    if (['submit', 'button', 'image', 'reset'].includes(type)) return 'button';
    if (['checkbox', 'radio', 'file'].includes(type)) return type;
    return 'textbox';
  }
  return { select: 'combobox', textarea: 'textbox', button: 'button', summary: 'button', a: 'link', area: 'link', td: 'cell', th: 'cell', img: 'image' }[tag] ||
    (el.isContentEditable ? 'textbox' : 'text');
}

// suggests reports a field that says that it suggests entries, or that the
// browser shall not, since the page does.
const suggests = (el) => el.tagName === 'INPUT' && (el.getAttribute('autocomplete') === 'off' || el.getAttribute('role') === 'combobox' || ['list', 'aria-autocomplete', 'aria-haspopup', 'aria-owns'].some((n) => el.hasAttribute(n)));

function accessibleName(el) {
  const by = el.getAttribute('aria-labelledby');
  if (by) return clean(by.split(/\s+/).map((id) => textOf(el.getRootNode().getElementById(id) || el)).join(' '));
  const label = el.getAttribute('aria-label');
  if (label) return clean(label);
  if (el.labels && el.labels.length) return bare([...el.labels].map(labelText).join(' '));
  if (role(el) === 'button' && el.tagName === 'INPUT') return clean(el.value || el.alt || el.title);
  return bare(textOf(el) || el.getAttribute('alt') || el.getAttribute('title') || el.getAttribute('placeholder') || '');
}

function describe(el) {
  const name = accessibleName(el) || el.getAttribute('name') || '';
  return clean(`${role(el)} ${name}`).slice(0, 120);
}

// imageOf is where an area of an image map is seen: it has no box of its own.
function imageOf(area) {
  const map = area.closest('map');
  return map && [...area.getRootNode().querySelectorAll('img[usemap],input[usemap]')].find((i) => i.useMap === '#' + map.name && visible(i));
}

const shown = (el) => (el.tagName === 'AREA' && imageOf(el)) || el;

function visible(el) {
  if (!el.isConnected) return false;
  if (el.tagName === 'AREA') return !!imageOf(el);
  const style = getComputedStyle(el);
  if (style.visibility !== 'visible' || style.display === 'none') return false;
  return [...el.getClientRects()].some((r) => r.width > 0 && r.height > 0);
}
