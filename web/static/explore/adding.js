// Start from a search: what is found is chosen from a list, and `chosen` is told its id.
const MOST = 12;

export function startFrom(form, words, chosen) {
  const list = form.querySelector(".found");
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const response = await fetch("/search?format=json&q=" + encodeURIComponent(form.elements.q.value));
    const { hits } = await response.json();
    const things = hits.filter((hit) => !hit.is_passage).slice(0, MOST);
    list.replaceChildren(...(things.length ? things.map((hit) => choice(hit, list, chosen)) : [document.createTextNode(words.nothing)]));
    list.hidden = false;
    if (things.length) list.querySelector("button").focus();
  });
}

function choice(hit, list, chosen) {
  const item = document.createElement("li");
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = [hit.label, hit.sort, hit.note].filter((each) => each).join(" · ");
  button.addEventListener("click", () => {
    list.hidden = true;
    chosen(hit.address.slice(1));
  });
  item.append(button);
  return item;
}
