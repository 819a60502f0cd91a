// SPDX-License-Identifier: EUPL-1.2
//
// What a person sees: texts, and what must not be seen in pictures.

function sees(q) {
  const text = clean(q.text), shows = (el) => clean(el.innerText).includes(text);
  if (!document.body || !q.origins.includes(self.origin)) return false;
  if (shows(document.body)) return true;
  if ([...all(document, '*')].some((el) => shadow(el) && [...shadow(el).children].some((c) => visible(c) && shows(c)))) return true;
  return [...all(document, 'input[type=submit],input[type=button]')].some((b) => visible(b) && clean(b.value).includes(text));
}

// logIn tells whether the page asks for a password.
const logIn = () => [...all(document, 'input[type=password]')].some(visible);

// guarded are the boxes of what must not be seen in pictures: fields, records
// in tables, and every place that shows one of the texts; all of a document
// that is not the robot's business.
function guarded(q) {
  const own = q.origins.includes(self.origin);
  const rects = own ? private_(q.texts) : [{ left: 0, top: 0, right: innerWidth, bottom: innerHeight }];
  return { boxes: rects.map((r) => ({ X: r.left, Y: r.top, Width: r.right - r.left, Height: r.bottom - r.top })), zero: rise(0, 0, false), far: rise(1000, 1000, false) };
}

// fields_ are the boxes of all that can be written.
const fields_ = () => [...all(document, 'input:not([type=submit]):not([type=button]):not([type=image]),textarea,select,[contenteditable=""],[contenteditable=true]')].flatMap((el) => [...el.getClientRects()]);

function private_(texts) {
  const rects = fields_();
  const record = (n) => { const row = n.parentElement && n.parentElement.closest('tr'); return row && row.cells.length > 2 && row.rowIndex > 0; };
  for (const n of document.body ? textNodes(document.body) : []) {
    if (!clean(n.data) || !(record(n) || texts.some((t) => clean(n.data).toLowerCase().includes(t.toLowerCase())))) continue;
    const range = document.createRange(); range.selectNodeContents(n);
    rects.push(...range.getClientRects());
  }
  return rects.filter((r) => r.width > 0 && r.height > 0);
}

// extent is the size of a frame, of which nothing else is known here.
const extent = (holder) => ({ boxes: [{ X: 0, Y: 0, Width: holder.clientWidth, Height: holder.clientHeight }], zero: { x: 0, y: 0 }, far: { x: 1000, y: 1000 } });


// view is what the window shows of the page, for pictures of it.
const view = () => ({ Wide: innerWidth, X: visualViewport.offsetLeft, Y: visualViewport.offsetTop, Scale: visualViewport.scale });
