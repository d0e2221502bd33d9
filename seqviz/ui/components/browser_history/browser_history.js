// One entry in the browser's history for each page visited. Streamlit adds one whenever a setting in the address
// changes, and a person would have to press Back once for every slider moved.
// And where Back was pressed while the page left was still being drawn, Streamlit would go forward to it again.

const patched = Symbol.for("seqviz: one entry a page");

function isSamePage(url) {
  return url && new URL(url, location.href).pathname === location.pathname;
}

export default function () {
  if (history[patched]) return;
  history[patched] = true;
  let cameByHistory = false;
  window.addEventListener("popstate", () => { cameByHistory = true; });
  for (const act of ["pointerdown", "click", "keydown"]) {
    window.addEventListener(act, () => { cameByHistory = false; }, { capture: true });
  }
  const push = history.pushState.bind(history);
  history.pushState = (state, title, url) => {
    if (isSamePage(url)) history.replaceState(state, title, url);
    else if (!cameByHistory) push(state, title, url);
  };
}
