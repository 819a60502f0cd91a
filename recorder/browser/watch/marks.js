// SPDX-License-Identifier: EUPL-1.2
//
// The attributes of a document's controls by their places: where they are others
// when the page is loaded a second time, they are not to be trusted. It uses
// nothing else, since it is asked in a fresh document, too.

function marks() {
  const place = (el) => {
    const steps = [];
    for (let at = el; at && at !== document.documentElement; at = at.parentElement) {
      const same = at.parentElement ? [...at.parentElement.children].filter((c) => c.tagName === at.tagName) : [at];
      steps.unshift(`${at.tagName.toLowerCase()}[${same.indexOf(at) + 1}]`);
    }
    return '/html[1]/' + steps.join('/');
  };
  const found = [...document.querySelectorAll('input:not([type=hidden]),select,textarea,button,a[href]')].slice(0, 300);
  const of = (el) => ({ id: el.id, name: el.getAttribute('name') || '', class: el.className, href: el.getAttribute('href') || '' });
  return { title: document.title, controls: Object.fromEntries(found.map((el) => [place(el), of(el)])) };
}
