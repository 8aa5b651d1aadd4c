// The evidence drawer: with JavaScript the evidence of a fact opens beside the page; without it the <details> opens in place.
"use strict";

const drawer = document.getElementById("drawer");
const contents = document.getElementById("drawer-contents");
let opener = null;

function openDrawer(fragment, from) {
  opener = from || document.activeElement;
  contents.replaceChildren(fragment);
  drawer.hidden = false;
  document.body.classList.add("with-drawer");
  drawer.querySelector(".close").focus({ preventScroll: true });
}

function closeDrawer() {
  drawer.hidden = true;
  document.body.classList.remove("with-drawer");
  if (opener && opener.isConnected) opener.focus({ preventScroll: true });
  opener = null;
}

function copied(element) {
  const fragment = document.createDocumentFragment();
  for (const child of element.childNodes) {
    if (child.nodeName !== "SUMMARY") fragment.append(child.cloneNode(true));
  }
  return fragment;
}

// What was read where a text is marked: the mark itself says it, the page's one template shows it.
function readingOf(mention) {
  const fragment = document.getElementById("reading").content.cloneNode(true);
  const { reading, place, rule, quote } = mention.dataset;
  // written out here, for a page has hundreds of places and most are never looked at
  const at = place.split("-").map((each) => Number(each).toLocaleString(document.documentElement.lang)).join("–");
  const told = { strong: reading + (mention.title ? ":" : ""), ".target": mention.title, mark: quote || mention.textContent, ".at": at, ".rule": rule || "" };
  for (const [selector, words] of Object.entries(told)) fragment.querySelector(selector).textContent = words;
  for (const link of fragment.querySelectorAll("a")) link.href = mention.href;
  fragment.querySelector(".target").hidden = !mention.title;
  fragment.querySelector(".rule").parentElement.hidden = !rule;
  return fragment;
}

document.addEventListener("click", (event) => {
  const summary = event.target.closest("details.evidence > summary");
  if (summary) {
    event.preventDefault();
    openDrawer(copied(summary.parentElement), summary);
    return;
  }
  const mention = event.target.closest("a.mention[data-reading]");
  if (mention && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    openDrawer(readingOf(mention), mention);
    return;
  }
  if (event.target.closest("#drawer .close")) closeDrawer();
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !drawer.hidden) closeDrawer();
});
