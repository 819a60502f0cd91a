// SPDX-License-Identifier: EUPL-1.2
//
// What may be seen in pictures of a recording. A clerk works with real people's
// data: only the screen's own words are shown, and all else is grey. What lies
// outside of the window is not asked, since a person waits for the page.

const headed = 'h1,h2,h3,h4,legend,caption,th,label,button,summary,nav,[role=button],[role=heading],[role=tab],[role=menuitem],[role=alert]';

// large reports a document that is not photographed: that would take too long.
const large = () => document.getElementsByTagName('*').length > 15000;

const seenAt = (r) => r.width > 0 && r.height > 0 && r.right > 0 && r.bottom > 0 && r.left < innerWidth && r.top < innerHeight;
const inView = (el) => seenAt(shown(el).getBoundingClientRect());

// listed reports a link among others that are alike: hits of a search, not a menu.
const listed = (el) => el.tagName === 'A' && !el.closest('nav') && !!el.closest('li') && el.closest('li').parentElement.children.length > 2;

// ours reports a text that belongs to the screen: a heading, or what a control is
// called.
function ours(n, text, names) {
  const el = n.parentElement, link = el.closest('a');
  if (!names.has(bare(text)) && !el.closest(headed) || link && listed(link)) return false;
  return !!el.closest('button') || !dataRow(el);
}

// strangers are the boxes of everything else, and of what was typed; all of a
// document that is not the window's own.
function strangers(q) {
  if (!q.origins.includes(self.origin) || large()) return veil_([{ left: 0, top: 0, width: innerWidth, height: innerHeight }]);
  const names = new Set([...all(document, controls)].filter((el) => inView(el) && !dataRow(el) && !listed(el)).map((el) => bare(titled(el))));
  const rects = fields_(), range = document.createRange();
  for (const n of document.body ? textNodes(document.body) : []) {
    const text = clean(n.data);
    if (!text || !n.parentElement || n.parentElement.getBoundingClientRect().top > innerHeight) continue;
    range.selectNodeContents(n);
    const lines = [...range.getClientRects()].filter(seenAt);
    if (lines.length && !(ours(n, text, names) && !q.texts.some((t) => text.toLowerCase().includes(t)))) rects.push(...lines);
  }
  for (const el of all(document, 'img,canvas,video,object,embed')) {
    const r = el.getBoundingClientRect();
    if (r.width > 64 || r.height > 64) rects.push(r);
  }
  return veil_(rects.filter(seenAt));
}

const veil_ = (rects) => ({ boxes: rects.map((r) => ({ X: r.left, Y: r.top, Width: r.width, Height: r.height })), zero: rise(0, 0, false), far: rise(1000, 1000, false) });

// hung are the controls in view, by their keys.
function hung() {
  const found = large() ? [] : [...all(document, meant)].filter(inView).slice(0, 400);
  return { ...veil_(found.map((el) => shown(el).getBoundingClientRect())), keys: found.map(keyOf) };
}
