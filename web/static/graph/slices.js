// Work on thousands of things in slices, so that no hand waits: after each the page has its turn.
const SLICE = 25;
const channel = new MessageChannel();
const waiting = [];
channel.port1.onmessage = () => waiting.shift()();

function turn() {
  return new Promise((go) => {
    waiting.push(go);
    channel.port2.postMessage(0);
  });
}

export async function inSlices(things, act) {
  let began = performance.now();
  for (let index = 0; index < things.length; index += 1) {
    act(things[index], index);
    if (index % 64 === 63 && performance.now() - began > SLICE) {
      await turn();
      began = performance.now();
    }
  }
}
