// One entry in the browser's history for each page visited, with the settings that were seen there.
// Streamlit adds an entry whenever a setting in the address changes; it writes the settings of the page that is
// being opened to the entry of the page that is being left; and where Back was pressed while the page left was
// still being drawn, it goes forward to that page again. A page opens where the one before was scrolled to, and in a
// narrow window, unless the browser calls itself a phone, the menu stays open over it.

const patched = Symbol.for("seqviz: one entry a page");

const WIDEST_COVERED = 768; // pixels: in wider windows the menu stands beside the page

function closeMenuOverPage() {
  if (window.innerWidth > WIDEST_COVERED) return;
  document.querySelector("[data-testid=stSidebarCollapseButton] button[aria-expanded=true]")?.click();
}

function isSamePage(url, other) {
  return new URL(url, location.href).pathname === new URL(other, location.href).pathname;
}

export default function () {
  if (history[patched]) return;
  history[patched] = true;
  const push = history.pushState.bind(history);
  let cameByHistory = false;
  let whenClicked = location.href;
  let page = location.pathname;
  const begin = () => {
    if (page !== location.pathname) {
      document.querySelector("[data-testid=stMain]")?.scrollTo(0, 0);
      setTimeout(closeMenuOverPage); // after Streamlit, which closes it on a phone
    }
    page = location.pathname;
  };
  window.addEventListener("popstate", () => {
    cameByHistory = true;
    begin();
  });
  for (const act of ["pointerdown", "keydown", "click"]) {
    window.addEventListener(act, () => { cameByHistory = false; }, { capture: true });
  }
  window.addEventListener("click", () => { whenClicked = location.href; }, { capture: true });
  history.pushState = (state, title, url) => {
    if (isSamePage(url ?? "", location.href)) {
      history.replaceState(state, title, url);
    } else if (!cameByHistory) {
      if (isSamePage(whenClicked, location.href)) history.replaceState(history.state, "", whenClicked);
      push(state, title, url);
      begin();
    }
  };
}
