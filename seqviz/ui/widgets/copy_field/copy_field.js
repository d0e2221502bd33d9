// A text in a box, and a button that copies it.
// data: {text: str, label: str}

async function copied(box) {
  // A page that came over http from another computer has no clipboard, and another may be denied it.
  const isWritten = await navigator.clipboard?.writeText(box.value).then(() => true, () => false);
  if (isWritten) return true;
  box.select();
  return document.execCommand("copy");
}

export default function ({ data, parentElement }) {
  const [box, button, status] = ["input", "button", "span"].map((name) => parentElement.querySelector(name));
  box.value = data.text;
  box.setAttribute("aria-label", data.label);
  status.textContent = "";
  box.onfocus = () => box.select();
  button.onclick = async () => {
    status.textContent = (await copied(box)) ? "Copied." : "Press Ctrl+C, or hold the text to copy it.";
  };
}
