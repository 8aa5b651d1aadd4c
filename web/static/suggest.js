// Suggestions while typing: pages of names by their first letters, kept by the browser; arrows choose, Escape closes.
"use strict";

const pages = new Map();
const SHOWN = 8, LONGEST = 3;

// As the server folds: no diacritics, no case, numbers apart, no leading zero.
function folded(text) {
  const plain = text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/[đð]/g, "d");
  return (plain.match(/[a-z]+|\d+/g) || []).map((word) => word.replace(/^0+(?=.)/, ""));
}

function page(version, letters) {
  if (!pages.has(letters)) {
    const language = document.documentElement.lang;
    const address = `/suggestions/${version}/${encodeURIComponent(letters)}.json?lang=${language}`;
    pages.set(letters, fetch(address).then((answer) => (answer.ok ? answer.json() : [])).catch(() => []));
  }
  return pages.get(letters);
}

function fits(name, sought) {
  const words = name.split(" ");
  return sought.every((part) => words.some((word) => word.startsWith(part)));
}

function suggesting(input, number) {
  const list = document.createElement("ul");
  list.id = `suggestions-${number}`;
  list.className = "suggestions";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", input.dataset.found);
  list.hidden = true;
  input.after(list);
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", list.id);
  input.setAttribute("aria-expanded", "false");
  let chosen = -1;

  function close() {
    list.hidden = true;
    chosen = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function choose(next) {
    const options = [...list.children];
    chosen = (next + options.length) % options.length;
    options.forEach((option, place) => option.setAttribute("aria-selected", String(place === chosen)));
    input.setAttribute("aria-activedescendant", options[chosen].id);
  }

  async function show() {
    const typed = input.value, sought = folded(typed);
    const first = sought.find((word) => word.length > 1);
    if (!first) return close();
    const found = await page(input.dataset.version, first.slice(0, LONGEST));
    if (input.value !== typed) return;
    const kept = found.filter(([, , , name]) => fits(name, sought)).slice(0, SHOWN);
    if (!kept.length) return close();
    list.replaceChildren(...kept.map(([label, address, sort], place) => {
      const option = document.createElement("li");
      option.id = `${list.id}-${place}`;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.dataset.address = address;
      const kind = document.createElement("span");
      kind.className = "quiet small";
      kind.textContent = sort;
      option.append(label, " ", kind);
      return option;
    }));
    chosen = -1;
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
  }

  input.addEventListener("input", show);
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      choose(event.key === "ArrowDown" ? chosen + 1 : chosen < 0 ? list.children.length - 1 : chosen - 1);
    } else if (event.key === "Enter" && chosen >= 0) {
      event.preventDefault();
      location.href = list.children[chosen].dataset.address;
    } else if (event.key === "Escape") {
      event.preventDefault();
      close();
    }
  });
  // before the input loses its focus
  list.addEventListener("mousedown", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) location.href = option.dataset.address;
  });
}

document.querySelectorAll("input[type=search][data-version]").forEach(suggesting);
