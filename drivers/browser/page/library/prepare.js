// SPDX-License-Identifier: EUPL-1.2
//
// What must hold before an action, and what is done for it.

// held is the element of the last preparation: what was checked is acted upon.
let held = null;

const read = (el) => {
  if (el.tagName === 'SELECT') return clean([...el.selectedOptions].map((o) => o.text).join(', '));
  if (el.type === 'checkbox' || el.type === 'radio') return el.checked ? 'yes' : 'no';
  if (el.isContentEditable) return el.innerText.replace(/\u00a0/g, ' ').replace(/\n$/, '');
  if ('value' in el && el.tagName !== 'LI' && el.tagName !== 'BUTTON') return el.value;
  return textOf(el);
};

async function prepare(el, q) {
  const out = { why: '' };
  if (q.verb === 'read') { held = el; return { ...out, value: read(el) }; }
  if (el.matches(':disabled') || el.getAttribute('aria-disabled') === 'true') return { why: 'disabled' };
  if (q.verb === 'fill' && !writable(el)) return { why: 'read-only' };
  if (q.verb === 'tick' && el.type !== 'checkbox' && el.type !== 'radio') return { why: 'no box' };
  if (!point(el) && !q.still) shown(el).scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
  if (!(await stable(el))) return { why: 'moving' };
  if (q.verb === 'drop') { goal = el; return spot(el, q.still ? [''] : anywhere); }
  held = el;
  if (q.verb === 'fill') return focusAll(el, q.token);
  if (q.verb === 'choose') return choose(el, q.text);
  if (q.verb === 'press') {
    el.focus();
    if (!focused(el)) return { why: 'unreachable' };
    announce(el, 'keys', q.token);
    return out;
  }
  if (q.verb === 'tick' && el.checked === q.on) return { ...out, already: true };
  return aim(el, q);
}

// aim announces a click, or a drag, where it arrives.
function aim(el, q) {
  const out = spot(el, anywhere);
  if (!out.why) { announce(el, 'mouse', q.token); announced.drag = q.verb === 'drag' && { dropped: false }; announced.last = q.double ? 'dblclick' : 'click'; }
  return out;
}

function writable(el) {
  if (el.isContentEditable || el.tagName === 'TEXTAREA') return !el.readOnly;
  return el.tagName === 'INPUT' && !el.readOnly && role(el) !== 'button' && !['checkbox', 'radio', 'file', 'hidden'].includes(el.type);
}

// focusAll selects what the field holds. Leaving the field before it may have
// made the page draw this one anew: then it is looked for once more.
async function focusAll(el, token) {
  const before = document.activeElement;
  el.focus();
  if (before !== el && before !== document.body) await settled();
  if (!el.isConnected) return { why: 'loading' };
  if (!focused(el)) return { why: 'unreachable' };
  if (el.select) el.select(); else getSelection().selectAllChildren(el);
  announce(el, 'keys', token);
  const has = (...names) => names.some((n) => el.hasAttribute(n));
  const plain = !['date', 'time', 'datetime-local', 'month', 'week', 'color', 'range', 'number'].includes(el.type);
  return { why: '', plain, rich: el.isContentEditable, line: el.tagName === 'INPUT', number: el.type === 'number', listens: has('onkeydown', 'onkeypress', 'onkeyup'), leaves: has('onchange', 'onblur'), secret: el.type === 'password' };
}

// focused tells whether el took the focus: what lies behind a modal dialog does
// not, and its letters would go elsewhere.
const focused = (el) => { const at = el.getRootNode().activeElement; return at === el || within(el, at); };

function choose(el, text) {
  if (suggests(el) && writable(el)) return { why: '', suggests: true };
  if (el.tagName !== 'SELECT') return { why: 'no list' };
  el.focus();
  if (!focused(el)) return { why: 'unreachable' };
  if (el.multiple) return chooseAll(el, text.split('\n').map(clean).filter(Boolean));
  if (text.includes('\n')) return { why: 'one entry only' };
  const fitting = [...el.options].filter((o) => clean(o.text) === clean(text) && !o.matches(':disabled'));
  if (fitting.length !== 1) return { why: fitting.length ? 'several entries' : 'no entry', by: [...el.options].map((o) => clean(o.text)).slice(0, 20).join(', ') };
  if (!fitting[0].selected) {
    fitting[0].selected = true;
    el.dispatchEvent(new Event('input', { bubbles: true })); el.dispatchEvent(new Event('change', { bubbles: true }));
  }
  return { why: '', value: clean(fitting[0].text) };
}

// chooseAll selects exactly the given entries; each must be there once.
function chooseAll(el, texts) {
  const entries = texts.map((t) => [...el.options].filter((o) => clean(o.text) === t && !o.matches(':disabled')));
  const bad = entries.findIndex((e) => e.length !== 1);
  if (bad >= 0) return { why: entries[bad].length ? 'several entries' : 'no entry', value: texts[bad], by: [...el.options].map((o) => clean(o.text)).slice(0, 20).join(', ') };
  const wanted = new Set(entries.flat());
  if ([...el.options].some((o) => o.selected !== wanted.has(o))) {
    for (const o of el.options) o.selected = wanted.has(o);
    el.dispatchEvent(new Event('input', { bubbles: true })); el.dispatchEvent(new Event('change', { bubbles: true }));
  }
  return { why: '', value: clean([...el.options].filter((o) => wanted.has(o)).map((o) => o.text).join(', ')) };
}
