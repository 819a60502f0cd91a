// SPDX-License-Identifier: EUPL-1.2
//
// Pointing at an element, for a word about it: the next click is not one of the
// page, and what lies below the mouse is outlined meanwhile.

let pointing = '', frame_ = null;

function outline(el) {
  if (!frame_) {
    const host = document.createElement('div');
    frame_ = { host, box: document.createElement('div') };
    frame_.box.style.cssText = 'position:fixed;pointer-events:none;z-index:2147483647;border:3px solid #1a5fb4;border-radius:4px;background:rgba(26,95,180,.15);box-sizing:border-box';
    host.attachShadow({ mode: 'closed' }).append(frame_.box);
    document.documentElement.append(host);
  }
  const r = shown(el).getBoundingClientRect();
  Object.assign(frame_.box.style, { left: `${r.left - 3}px`, top: `${r.top - 3}px`, width: `${r.width + 6}px`, height: `${r.height + 6}px` });
}

// point begins or, without a word, ends it.
function point_(word) {
  pointing = word;
  if (!word && frame_) { frame_.host.remove(); frame_ = null; }
}

function onPoint(e) {
  if (!pointing || !e.isTrusted) return;
  if (e.type === 'keydown' && e.key !== 'Escape') return;
  e.preventDefault(); e.stopImmediatePropagation();
  const el = e.type === 'keydown' ? null : lifted(at(e));
  if (e.type === 'pointermove') return outline(el);
  if (e.type === 'keydown') { point_(''); return tell({ kind: 'pointed' }); }
  if (e.type !== 'click') return;
  const word = pointing;
  point_('');
  const value = read(el), page = !writes(el) && el.tagName !== 'SELECT' && !dataRow(el);
  tell({ kind: word, target: named(el), ...given(el, clean(value).slice(0, 200)), words: page && !secret(el) ? clean(value).slice(0, 200) : undefined });
}
