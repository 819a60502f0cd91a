// SPDX-License-Identifier: EUPL-1.2
//
// In the page's own world, before its first script: what a page does that cannot
// be seen from outside is told as it happens. Closed shadow roots cannot be found
// afterwards; and it matters whether a script or a person closes a window, or goes
// back. The page sees neither a new name nor another text of a function.
(() => {
  const tell = self.heinzelPage;
  delete self.heinzelPage;
  if (!tell) return;
  const wrap = (on, name, word) => {
    on[name] = new Proxy(on[name], {
      apply(does, self_, given) {
        const said = word(given);
        if (said && said !== 'root') tell(said);
        const out = Reflect.apply(does, self_, given);
        if (said === 'root') tell(said);
        return out;
      },
    });
  };
  wrap(Element.prototype, 'attachShadow', (given) => given[0] && given[0].mode === 'closed' && 'root');
  wrap(window, 'close', () => 'close');
  for (const name of ['back', 'forward', 'go']) wrap(History.prototype, name, () => 'history');
})();
